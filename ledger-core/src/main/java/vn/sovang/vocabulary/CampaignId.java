package vn.sovang.vocabulary;

import java.util.UUID;

/// One survey of artifacts (*đợt khảo sát hiện vật*).
public record CampaignId(UUID value) implements Id {
    public static CampaignId of(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "campaign:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
