package vn.sovang.projection.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.vocabulary.AwardLevel;

/// A statistical form of the ministry (*biểu 0601.N–0603.N/BNV-TĐKT*, TT 02/2023/TT-BNV) as far as
/// the ledger has the data: lines of decisions, by the day of signature. Where it has none, the
/// form says why. Order and names of rows and columns are to be checked against the printed form.
public record OfficialForm(Code code, List<FormColumn> columns, List<Row> rows) {
    /// Which form.
    public enum Code {
        /// Emulation movements.
        BIEU_0601,
        /// Awards of state level.
        BIEU_0602,
        /// Awards of ministries and provinces.
        BIEU_0603;

        /// Reads `0602`.
        public static Optional<Code> parse(String text) {
            return Arrays.stream(values()).filter(c -> c.number().equals(text)).findFirst();
        }

        public String number() {
            return name().substring(5);
        }
    }

    /// @param counts one for each column; empty where there is a gap
    /// @param gap why there is nothing; null where it is counted
    public record Row(FormRow row, List<Long> counts, @Nullable FormGap gap) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    private static final Set<AwardLevel> STATE = Set.of(AwardLevel.NHA_NUOC, AwardLevel.CHINH_PHU);

    public OfficialForm {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// The form from figures of a period.
    public static OfficialForm of(Code code, Answered answer) {
        List<FormColumn> columns = columns(code);
        var rows = new ArrayList<Row>();
        for (FormRow row : rows(code)) {
            FormGap gap = row.gap();
            rows.add(
                    new Row(
                            row,
                            gap != null ? List.of() : counts(code, columns, row, answer),
                            gap));
        }
        return new OfficialForm(code, columns, rows);
    }

    private static List<FormColumn> columns(Code code) {
        return List.copyOf(
                switch (code) {
                    case BIEU_0601 ->
                            EnumSet.range(
                                    FormColumn.PHONG_TRAO_TRUNG_UONG, FormColumn.PHONG_TRAO_DON_VI);
                    case BIEU_0602 -> {
                        var columns =
                                EnumSet.range(
                                        FormColumn.HUAN_HUY_CHUONG_TAP_THE,
                                        FormColumn.CSTD_TOAN_QUOC);
                        columns.add(FormColumn.KHAC);
                        yield columns;
                    }
                    case BIEU_0603 -> EnumSet.range(FormColumn.BANG_KHEN, FormColumn.KHAC);
                });
    }

    private static Set<FormRow> rows(Code code) {
        return code == Code.BIEU_0601
                ? EnumSet.range(FormRow.PHONG_TRAO, FormRow.HINH_THUC_THUONG_XUYEN)
                : EnumSet.range(FormRow.TONG_SO, FormRow.PHUONG_THUC_KHONG_RO);
    }

    private static List<Long> counts(
            Code code, List<FormColumn> columns, FormRow row, Answered answer) {
        long[] counts = new long[columns.size()];
        for (Cell cell : answer.cells()) {
            if (cell.measure() == Measure.DECIDED && isOf(code, cell) && row.holds(cell)) {
                FormColumn column =
                        code == Code.BIEU_0602
                                ? FormColumn.ofState(cell)
                                : FormColumn.ofProvince(cell);
                counts[columns.indexOf(column)] += cell.count();
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static boolean isOf(Code code, Cell cell) {
        return code == Code.BIEU_0602
                ? STATE.contains(cell.level())
                : cell.level() == AwardLevel.BO_TINH;
    }
}
