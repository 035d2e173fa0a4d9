package vn.sovang.api.recording;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.recording.Shape.Choice;
import vn.sovang.api.recording.Shape.Field;
import vn.sovang.api.recording.Shape.Form;
import vn.sovang.api.recording.Shape.Secret;
import vn.sovang.api.recording.Shape.Several;
import vn.sovang.api.recording.Shape.Value;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.decider.Origin;
import vn.sovang.decision.RecordDecision;
import vn.sovang.duty.DutyCommand.AllowCombinedDuties;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.inspection.InspectionCommand.OpenInspection;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.nomination.NominationCommand.FileNominations;
import vn.sovang.nomination.NominationCommand.SubmitNominationList;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.reissue.ReissueListCommand.SubmitReissueList;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.SampleSeed;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.WrittenDate;

/// Finds the shape of a Java type by looking at its record components.
final class Shapes {
    static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    static final String SHA256_FORM = "[0-9a-f]{64}";

    /// Events about a person whose own identity says under which key their fields are sealed.
    static final Set<Class<?>> SUBJECT_IS_KNOWN =
            Set.of(RecipientRegistered.class, RecipientCorrected.class, ContactRecorded.class);

    /// Components that name a thing which the command makes: nobody has to have chosen them.
    private static final Map<Class<?>, String> MINTED =
            Map.ofEntries(
                    Map.entry(FileNomination.class, "nomination"),
                    Map.entry(FileNominations.Entry.class, "nomination"),
                    Map.entry(SubmitNominationList.class, "list"),
                    Map.entry(RecordDecision.class, "decision"),
                    Map.entry(RecordDecision.Line.class, "award"),
                    Map.entry(RecipientRegistered.class, "recipient"),
                    Map.entry(ContactRecorded.class, "subject"),
                    Map.entry(UnitRegistered.class, "unit"),
                    Map.entry(AllowCombinedDuties.class, "exception"),
                    Map.entry(IssueArtifact.class, "artifact"),
                    Map.entry(RequestReissue.class, "reissueCase"),
                    Map.entry(ReissueArtifact.class, "artifact"),
                    Map.entry(SubmitReissueList.class, "list"),
                    Map.entry(PaperReportRecorded.class, "report"),
                    Map.entry(ReferenceDocumentRegistered.class, "paper"),
                    Map.entry(SurveyCampaignOpened.class, "campaign"),
                    Map.entry(OpenInspection.class, "inspection"));

    /// Names under which imports seal the same fields.
    private static final Map<Class<?>, Map<String, String>> SEALED_AS =
            Map.of(
                    Keeper.class, Map.of("name", "keeper", "address", "keeperAddress"),
                    Claimant.class, Map.of("name", "claimant"));

    private static final Map<Class<?>, Function<String, Object>> TEXTS =
            Map.of(
                    DocumentNumber.class, DocumentNumber::new,
                    SerialNumber.class, SerialNumber::new,
                    WrittenDate.class, WrittenDate::new,
                    GoldenBookNumber.class, GoldenBookNumber::new);

    private final Map<Class<?>, Form> forms = new HashMap<>();

    /// The shape of a record without its circumstances.
    Form form(Class<?> type) {
        var known = forms.get(type);
        if (known != null) {
            return known;
        }
        var components = type.getRecordComponents();
        var fields = new ArrayList<Field>();
        for (var component : components) {
            if (component.getType() != Origin.class) {
                fields.add(field(type, component));
            }
        }
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType);
            var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            var form = new Form(name(type), type, constructor, fields);
            forms.put(type, form);
            return form;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its constructor", e);
        }
    }

    /// Commands keep their name; what they hold is called after where it is from, since `Line`
    /// alone says nothing.
    private static String name(Class<?> type) {
        if (vn.sovang.decider.Command.class.isAssignableFrom(type)) {
            return type.getSimpleName() + "Request";
        }
        var outer = type.getEnclosingClass();
        var family = outer == null ? "" : outer.getSimpleName().replaceAll("(Command|Event)$", "");
        return family + type.getSimpleName() + "Input";
    }

    private Field field(Class<?> owner, RecordComponent component) {
        var type = component.getAnnotatedType();
        boolean optional = type.isAnnotationPresent(Nullable.class);
        return new Field(
                component.getName(),
                shape(owner, component.getName(), type),
                !optional,
                component.getName().equals(MINTED.get(owner)));
    }

    private Shape shape(Class<?> owner, String name, AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType list
                && list.getType() instanceof ParameterizedType raw
                && raw.getRawType() == List.class) {
            return new Several(shape(owner, name, list.getAnnotatedActualTypeArguments()[0]));
        }
        return shape(owner, name, annotated.getType());
    }

    private Shape shape(Class<?> owner, String name, Type type) {
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException(owner + "." + name + " has no shape: " + type);
        }
        if (plain == String.class) {
            return name.endsWith("Sha256")
                    ? new Value(plain, "sha256", SHA256_FORM, text -> text)
                    : new Shape.Words();
        }
        if (plain == LocalDate.class) {
            return new Shape.Day();
        }
        if (plain == int.class || plain == Integer.class) {
            return new Shape.Whole(Integer.MAX_VALUE, false);
        }
        if (plain == long.class || plain == Long.class) {
            return new Shape.Whole(Long.MAX_VALUE, true);
        }
        if (plain == boolean.class) {
            return new Shape.Flag();
        }
        if (plain == Sealed.class) {
            return new Secret(SEALED_AS.getOrDefault(owner, Map.of()).getOrDefault(name, name));
        }
        if (plain.isEnum()) {
            return choice(plain);
        }
        return value(plain);
    }

    @SuppressWarnings("unchecked") // isEnum was asked
    private static Choice choice(Class<?> type) {
        var words = Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
        return new Choice((Class<? extends Enum<?>>) type, words);
    }

    private Shape value(Class<?> type) {
        if (Id.class.isAssignableFrom(type)) {
            return new Value(type, "uuid", UUID_FORM, id(type));
        }
        if (type == UUID.class) {
            return new Value(type, "uuid", UUID_FORM, UUID::fromString);
        }
        if (type == AwardCode.class) {
            return new Value(type, "AwardCode", "[A-Z][A-Z0-9_]{1,59}", AwardCode::new);
        }
        if (type == InspectedMatter.class) {
            return new Value(type, "InspectedMatter", null, InspectedMatter::of);
        }
        if (type == SampleSeed.class) {
            return new Value(type, "sha256", SHA256_FORM, SampleSeed::new);
        }
        if (type == FindingKey.class) {
            return new Value(type, "FindingKey", null, FindingKey::of);
        }
        var text = TEXTS.get(type);
        if (text != null) {
            return new Value(type, "text", null, text);
        }
        if (type.isRecord()) {
            return form(type);
        }
        throw new IllegalStateException("no shape for " + type);
    }

    private static Function<String, Object> id(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor(UUID.class);
            return text -> {
                try {
                    return constructor.newInstance(UUID.fromString(text));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("an identity is a UUID", e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("an identity is a UUID", e);
        }
    }

    /// Longest text there is.
    static int longest() {
        return Text.MAX_LENGTH;
    }
}
