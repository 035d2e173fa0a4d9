package vn.sovang.projection.clocks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.StatutoryClock.Step;

/// Where a page of open steps ended: the order of its last row.
record Urgency(@Nullable LocalDate dueOn, LocalDate beganOn, long position, UUID subject, Step step)
        implements Comparable<Urgency> {
    private static final Comparator<Urgency> ORDER =
            Comparator.comparing(Urgency::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Urgency::beganOn)
                    .thenComparingLong(Urgency::position)
                    .thenComparing(Urgency::subject)
                    .thenComparing(Urgency::step);

    private static final String NONE = "-";

    static Urgency of(OpenClock clock) {
        return new Urgency(
                clock.dueOn(), clock.beganOn(), clock.position(), clock.subject(), clock.step());
    }

    /// @throws IllegalArgumentException if the cursor is none of ours
    static Urgency parse(String cursor) {
        String[] parts = cursor.split(" ", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("not a cursor: " + cursor);
        }
        try {
            return new Urgency(
                    parts[0].equals(NONE) ? null : LocalDate.parse(parts[0]),
                    LocalDate.parse(parts[1]),
                    Long.parseLong(parts[2]),
                    UUID.fromString(parts[3]),
                    Step.valueOf(parts[4]));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("not a cursor: " + cursor, none);
        }
    }

    @Override
    public int compareTo(Urgency other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (dueOn == null ? NONE : dueOn)
                + " "
                + beganOn
                + " "
                + position
                + " "
                + subject
                + " "
                + step;
    }
}
