package vn.sovang.api.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.recording.Shape.Form;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.Command;
import vn.sovang.evidence.IssueEvidence;
import vn.sovang.founding.ChangeSigningKey;
import vn.sovang.founding.OpenLedger;
import vn.sovang.imports.RecordImport;
import vn.sovang.report.PeriodReportCommand.IssueReport;
import vn.sovang.report.PeriodReportCommand.RestateReport;

/// Every command that can be asked over the network, by its name there. A decider's new command is
/// here without doing anything for it.
@Component
final class CommandCatalogue {
    /// What cannot be asked here, and why.
    static final Map<Class<? extends Command>, String> NOT_HERE =
            Map.of(
                    OpenLedger.class, "a ledger is opened once, by the first start",
                    ChangeSigningKey.class, "keys are files of the service's own machine",
                    RecordImport.class, "a workbook is read by the service: POST /api/v1/imports",
                    IssueEvidence.class, "a bundle is packed first: POST /api/v1/evidence",
                    IssueReport.class, "figures are the ledger's own: sovang report issue",
                    RestateReport.class, "figures are the ledger's own: sovang report restate");

    private final Map<String, CommandType> byName = new LinkedHashMap<>();
    private final Form circumstances;

    CommandCatalogue() {
        var shapes = new Shapes();
        circumstances = shapes.form(Circumstances.class);
        for (var decider : Ledger.deciders()) {
            for (var type : records(decider.command())) {
                if (!NOT_HERE.containsKey(type)) {
                    var name = name(type);
                    var feature = decider.getClass().getSimpleName();
                    byName.put(name, new CommandType(name, type, feature, shapes.form(type)));
                }
            }
        }
    }

    /// One command.
    ///
    /// @param name such as `file-nomination`
    /// @param feature name of the decider, by which refusals are known
    record CommandType(String name, Class<? extends Command> type, String feature, Form form) {
        /// Such as `fileNomination`.
        String operation() {
            var simple = type.getSimpleName();
            return simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
        }
    }

    /// All records of a family of commands.
    static List<Class<? extends Command>> records(Class<? extends Command> family) {
        if (!family.isSealed()) {
            return List.of(family);
        }
        var all = new ArrayList<Class<? extends Command>>();
        for (var member : family.getPermittedSubclasses()) {
            all.addAll(records(member.asSubclass(Command.class)));
        }
        return all;
    }

    static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    Set<String> names() {
        return byName.keySet();
    }

    Collection<CommandType> all() {
        return byName.values();
    }

    /// The fields that every command has beside its own.
    Form circumstances() {
        return circumstances;
    }

    /// @throws Failure `COMMAND_UNKNOWN`
    CommandType named(String name) {
        var type = byName.get(name);
        if (type == null) {
            throw Failure.of(FailureCode.COMMAND_UNKNOWN, "value", Failure.shown(name));
        }
        return type;
    }
}
