package vn.sovang.api.operations;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import org.springframework.stereotype.Component;

/// Takes the address as it was asked from whatever is traced: people type names into it. The
/// pattern that answers stays.
@Component
final class QuietTraces implements ObservationFilter {
    private static final String ADDRESS = "http.url";

    @Override
    public Observation.Context map(Observation.Context context) {
        context.removeHighCardinalityKeyValue(ADDRESS);
        return context;
    }
}
