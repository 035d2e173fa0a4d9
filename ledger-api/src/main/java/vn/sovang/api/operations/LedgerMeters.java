package vn.sovang.api.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.LedgerObserver;
import vn.sovang.decider.RefusalCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.anomaly.Severity;

/// Measurements of the ledger in this process, for Prometheus; `docs/operations.md` lists them with
/// what is worth an alarm.
@Component
class LedgerMeters implements MeterBinder {
    private final Ledger ledger;
    private final Projections projections;
    private final Conditions conditions;

    LedgerMeters(Ledger ledger, Projections projections, Conditions conditions) {
        this.ledger = ledger;
        this.projections = projections;
        this.conditions = conditions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        ledger.observe(new Measured(registry));
        gauge("sovang.writable", LedgerMeters::writable)
                .description("1 while the ledger records")
                .register(registry);
        gauge("sovang.log.events", Condition::head)
                .description("Events in the log")
                .register(registry);
        gauge("sovang.log.unsealed", Condition::unsealed)
                .description("Events that no published checkpoint covers")
                .register(registry);
        gauge("sovang.checkpoint.age", LedgerMeters::checkpointAge)
                .description("Since the newest published checkpoint was signed")
                .baseUnit("seconds")
                .register(registry);
        gauge("sovang.append.waiting", Condition::waiting)
                .description("Appends that wait for the writer")
                .register(registry);
        gauge("sovang.alarms", now -> now.alarms().size())
                .description("Reasons why an operator should look now")
                .register(registry);
        gauge("sovang.disk.free", Condition::freeBytes)
                .description("Left on the disk of the data directory")
                .baseUnit("bytes")
                .register(registry);
        projections.positions().keySet().forEach(model -> readModel(registry, model));
        for (var severity : Severity.values()) {
            gauge("sovang.anomalies.open", now -> now.openAnomalies().getOrDefault(severity, 0L))
                    .description("Findings that nobody has explained")
                    .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private void readModel(MeterRegistry registry, String model) {
        gauge("sovang.readmodel.lag", now -> lag(now, model))
                .description("Events that a read model does not know yet")
                .baseUnit("events")
                .tag("model", model)
                .register(registry);
        gauge(
                        "sovang.readmodel.stopped",
                        now -> now.stopped().stream().anyMatch(m -> m.name().equals(model)) ? 1 : 0)
                .description("1 while a read model cannot go on")
                .tag("model", model)
                .register(registry);
    }

    private Gauge.Builder<Conditions> gauge(String name, ToDoubleFunction<Condition> value) {
        return Gauge.builder(name, conditions, c -> value.applyAsDouble(c.now()));
    }

    private static double writable(Condition now) {
        return now.state() == ServiceState.WRITABLE ? 1 : 0;
    }

    /// Not a number before the first checkpoint.
    private static double checkpointAge(Condition now) {
        Instant signed = now.sealedAt();
        return signed == null ? Double.NaN : Duration.between(signed, now.at()).toSeconds();
    }

    private static double lag(Condition now, String model) {
        return now.readModels().stream()
                .filter(known -> known.name().equals(model))
                .mapToDouble(known -> Math.max(0, known.head() - Math.max(0, known.position())))
                .findFirst()
                .orElse(Double.NaN);
    }

    /// What happens to commands, as it happens.
    private static final class Measured implements LedgerObserver {
        private final MeterRegistry registry;
        private final Timer answered;
        private final Timer committed;
        private final DistributionSummary events;

        Measured(MeterRegistry registry) {
            this.registry = registry;
            answered =
                    Timer.builder("sovang.append")
                            .description("From queueing an append to its answer")
                            .publishPercentileHistogram()
                            .minimumExpectedValue(Duration.ofMillis(1))
                            .maximumExpectedValue(Duration.ofSeconds(10))
                            .register(registry);
            committed =
                    Timer.builder("sovang.append.commit")
                            .description("One transaction of the writer")
                            .publishPercentileHistogram()
                            .minimumExpectedValue(Duration.ofMillis(1))
                            .maximumExpectedValue(Duration.ofSeconds(10))
                            .register(registry);
            events =
                    DistributionSummary.builder("sovang.append.batch")
                            .description("Events stored by one transaction")
                            .baseUnit("events")
                            .serviceLevelObjectives(1, 10, 100, 1_000, 5_000)
                            .register(registry);
        }

        @Override
        public void committed(int stored, Duration took) {
            committed.record(took);
            events.record(stored);
        }

        @Override
        public void answered(Duration waited) {
            answered.record(waited);
        }

        @Override
        public void refused(RefusalCode code) {
            Counter.builder("sovang.commands.refused")
                    .description("Commands that a rule said no to")
                    .tag("code", code.name())
                    .register(registry)
                    .increment();
        }
    }
}
