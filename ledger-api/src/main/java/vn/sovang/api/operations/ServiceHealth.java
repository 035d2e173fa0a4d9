package vn.sovang.api.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the probes under `/actuator/health` answer: a word for anybody, no reasons. Those are on
/// the page of whoever runs the service.
///
/// Liveness asks nothing: a database that is away comes back without a restart of the service.
/// Readiness asks for the database and for read models that can be read.
@Configuration(proxyBeanMethods = false)
class ServiceHealth {
    @Bean
    HealthIndicator databaseHealthIndicator(Conditions conditions) {
        return () -> health(conditions.now().state() != ServiceState.STOPPED, Health.down());
    }

    @Bean
    HealthIndicator recordingHealthIndicator(Conditions conditions) {
        return () ->
                health(conditions.now().state() == ServiceState.WRITABLE, Health.outOfService());
    }

    @Bean
    HealthIndicator readModelsHealthIndicator(Conditions conditions) {
        return () -> {
            var now = conditions.now();
            return health(
                    now.stopped().isEmpty() && now.unbuilt().isEmpty(), Health.outOfService());
        };
    }

    @Bean
    HealthIndicator readableHealthIndicator(Conditions conditions) {
        return () -> health(conditions.now().unbuilt().isEmpty(), Health.outOfService());
    }

    @Bean
    HealthIndicator diskHealthIndicator(Conditions conditions) {
        return () -> health(!conditions.now().diskLow(), Health.outOfService());
    }

    private static Health health(boolean well, Health.Builder otherwise) {
        return well ? Health.up().build() : otherwise.build();
    }
}
