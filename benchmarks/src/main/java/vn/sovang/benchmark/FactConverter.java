package vn.sovang.benchmark;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;

/// Facts as Axon's own engine stores them: through the ledger's codec, so that both sides write and
/// read the same JSON.
final class FactConverter implements Converter {
    private static final UUID NO_ID = new UUID(0, 0);

    private final EventCodec codec = new EventCodec();

    @Override
    public boolean canConvert(Type source, Type target) {
        return target == byte[].class || source == byte[].class;
    }

    @Override
    @SuppressWarnings("unchecked") // the target says what T is
    public <T> @Nullable T convert(@Nullable Object input, Type target) {
        return switch (input) {
            case byte[] same when target == byte[].class -> (T) same;
            case byte[] leaf when target == Fact.class -> (T) codec.decode(0, leaf).fact();
            case byte[] metadata -> (T) JsonMapper.shared().readValue(metadata, Map.class);
            case Fact fact when target == Fact.class -> (T) fact;
            case Fact fact -> (T) leaf(fact);
            case null -> null;
            default -> (T) JsonMapper.shared().writeValueAsBytes(input);
        };
    }

    private byte[] leaf(Fact fact) {
        byte[] leaf = codec.encode(NO_ID, fact);
        byte[] now = EventCodec.stamp(Instant.now()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(now, 0, leaf, EventCodec.stampOffset(leaf), now.length);
        return leaf;
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("payload", "leaf");
    }
}
