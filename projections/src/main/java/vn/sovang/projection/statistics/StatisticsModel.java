package vn.sovang.projection.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;

/// Writes the statistics: facts of a batch, then the running totals they move.
public final class StatisticsModel implements ReadModel {
    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public String ddl() {
        return StatisticsTables.DDL;
    }

    @Override
    public String indexes() {
        return StatisticsTables.INDEXES;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        Remembered remembered = Remembered.load(connection, events);
        Places places = new Places();
        Counting counting = new Counting(remembered, places);
        events.forEach(counting::count);
        try (Writes writes = new Writes(connection)) {
            remembered.write(writes);
            places.write(writes);
        }
        new RunningTotals(connection).move(counting.facts());
    }
}
