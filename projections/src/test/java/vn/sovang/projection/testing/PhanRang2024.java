package vn.sovang.projection.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.Provenance;
import vn.sovang.event.Provenance.Confidence;
import vn.sovang.event.Provenance.Source;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// The first half of 2024 of Phan Rang–Tháp Chàm, rebuilt from the totals of its report, with the
/// decoys that must not be counted; one import.
public final class PhanRang2024 {
    private static final Provenance REBUILT =
            new Provenance(Source.RECONSTRUCTED_FROM_REPORT, Confidence.LOW, null);

    private static final ImportId FILE = new ImportId(new UUID(7, 7));

    private PhanRang2024() {}

    /// Units and award types of the fixture.
    public static List<Fact> reference() {
        var day = Paper.of("2024-01-01", "tham chiếu");
        var events = new ArrayList<LedgerEvent>();
        events.add(Given.province());
        events.add(Given.city());
        events.add(Given.ward());
        define(events, AwardLevel.CHINH_PHU, "BK_TTG");
        define(
                events,
                AwardLevel.BO_TINH,
                "CO_THI_DUA_TINH",
                "TT_LDXS",
                "BK_TINH",
                "CSTD_CAP_TINH",
                "HUY_HIEU_TINH_NINH_THUAN");
        define(events, AwardLevel.CO_SO, "TT_LDTT", "LDTT", "CSTD_CO_SO");
        define(events, AwardLevel.HUYEN, "GK_HUYEN");
        define(events, AwardLevel.XA, "GK_XA");
        define(events, AwardLevel.NHA_NUOC, "DH_BMVNAH");
        return events.stream().map(day::fact).toList();
    }

    private static void define(List<LedgerEvent> events, AwardLevel level, String... codes) {
        for (String code : codes) {
            events.add(Given.awardType(code, level));
        }
    }

    /// The import, completion last.
    public static List<Fact> file() {
        var facts = new ArrayList<Fact>();
        int rows = 0;
        for (NamedCsvRecord row : rows()) {
            rows++;
            var paper = paper(row);
            int count = Math.max(1, number(row.getField("count")));
            for (int i = 0; i < count; i++) {
                facts.add(paper.fact(event(row)));
            }
        }
        var done = new ImportCompleted(FILE, "fixture.csv", "00", rows, facts.size(), "u-2", false);
        facts.add(Paper.of("2024-06-20", "nhập liệu").in(FILE).fact(done));
        return facts;
    }

    private static Paper paper(NamedCsvRecord row) {
        String number = row.getField("document");
        return Paper.of(row.getField("date"), number.isEmpty() ? "không số" : number)
                .from(REBUILT)
                .in(FILE);
    }

    private static LedgerEvent event(NamedCsvRecord row) {
        String act = row.getField("act");
        UnitId unit = unit(row.getField("authority"));
        if (act.startsWith("reissue list: ")) {
            return Given.reviewed(unit, ReissueKind.valueOf(act.substring(14)));
        }
        var kind = RecipientKind.valueOf(row.getField("recipient_kind"));
        AwardLine line = Given.line(row.getField("award"), kind);
        var nomination = new NominationId(UUID.randomUUID());
        return switch (act) {
            case "proposed" -> Given.submitted(unit, line);
            case "decided" -> Given.decided(Given.award(), unit, line);
            case "survey campaign opened" ->
                    new SurveyCampaignOpened(
                            new CampaignId(UUID.randomUUID()),
                            unit,
                            new AwardCode(row.getField("award")),
                            "khảo sát");
            case "list of the first row forwarded by the province" ->
                    new NominationForwardedUp(
                            nomination, new ListId(UUID.randomUUID()), 1, unit, null, line);
            default -> new NominationFiled(nomination, unit, line);
        };
    }

    private static UnitId unit(String authority) {
        return switch (authority) {
            case "UBND thành phố Phan Rang - Tháp Chàm" -> Given.CITY;
            case "UBND tỉnh Ninh Thuận" -> Given.PROVINCE;
            case "UBND phường Phước Mỹ" -> Given.WARD;
            default -> throw new IllegalArgumentException(authority);
        };
    }

    private static int number(String field) {
        return field.isEmpty() ? 0 : Integer.parseInt(field);
    }

    private static List<NamedCsvRecord> rows() {
        var stream = PhanRang2024.class.getResourceAsStream("/fixture-2024-h1.csv");
        if (stream == null) {
            throw new IllegalStateException("no fixture");
        }
        try (var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
