package vn.sovang.benchmark;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.ConfigToken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Axon's tokens as the shortest bytes that tell them.
final class TokenConverter implements Converter {
    @Override
    public boolean canConvert(Type source, Type target) {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // the target says what T is
    public <T> @Nullable T convert(@Nullable Object input, Type target) {
        return switch (input) {
            case null -> null;
            case GlobalSequenceTrackingToken token when target == byte[].class ->
                    (T) bytes(Long.toString(token.getGlobalIndex()));
            case ConfigToken token when target == byte[].class ->
                    (T) JsonMapper.shared().writeValueAsBytes(token.getConfig());
            case byte[] stored when target == GlobalSequenceTrackingToken.class ->
                    (T) new GlobalSequenceTrackingToken(Long.parseLong(text(stored)));
            case byte[] stored when target == ConfigToken.class ->
                    (T) new ConfigToken(JsonMapper.shared().readValue(stored, Map.class));
            default -> (T) input;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("tokens", "bytes");
    }
}
