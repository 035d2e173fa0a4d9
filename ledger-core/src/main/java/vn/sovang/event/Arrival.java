package vn.sovang.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When and under which number the office says it received the paper (*ngày đến, số đến*). A claim:
/// the ledger cannot prove it (R2).
public record Arrival(LocalDate on, @Nullable String number) {}
