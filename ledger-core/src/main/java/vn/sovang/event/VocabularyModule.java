package vn.sovang.event;

import java.io.Serial;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.PaperId;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.SampleSeed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.WrittenDate;

/// Writes wrapped values of the vocabulary as plain JSON strings, so that the domain needs no
/// annotations.
public final class VocabularyModule extends SimpleModule {
    @Serial private static final long serialVersionUID = 1L;

    public VocabularyModule() {
        super("vocabulary");
        text(UnitId.class, UnitId::of);
        text(RecipientId.class, RecipientId::of);
        text(NominationId.class, NominationId::of);
        text(DecisionId.class, DecisionId::of);
        text(AwardId.class, AwardId::of);
        text(ArtifactId.class, ArtifactId::of);
        text(CaseId.class, CaseId::of);
        text(ListId.class, ListId::of);
        text(CampaignId.class, CampaignId::of);
        text(ImportId.class, ImportId::of);
        text(EvidenceId.class, EvidenceId::of);
        text(ExceptionId.class, ExceptionId::of);
        text(InspectionId.class, InspectionId::of);
        text(InspectedMatter.class, InspectedMatter::of);
        text(SampleSeed.class, SampleSeed::new);
        text(FindingKey.class, FindingKey::of);
        text(EvidenceSubject.class, EvidenceSubject::of);
        text(SubjectId.class, SubjectId::of);
        text(PaperReportId.class, PaperReportId::of);
        text(PaperId.class, PaperId::of);
        text(ReportId.class, ReportId::of);
        text(AwardCode.class, AwardCode::new);
        text(DocumentNumber.class, DocumentNumber::new);
        text(SerialNumber.class, SerialNumber::new);
        text(WrittenDate.class, WrittenDate::new);
        text(GoldenBookNumber.class, GoldenBookNumber::new);
    }

    private <T> void text(Class<T> type, Function<String, T> parse) {
        addSerializer(
                type,
                new StdSerializer<T>(type) {
                    @Override
                    public void serialize(T value, JsonGenerator out, SerializationContext c) {
                        out.writeString(value.toString());
                    }
                });
        addDeserializer(
                type,
                new StdDeserializer<T>(type) {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext c) {
                        return parse.apply(in.getString());
                    }
                });
    }
}
