package dev.enfilade.contract.sdk;

import dev.enfilade.contract.sdk.Comparison.Finding;
import dev.enfilade.contract.sdk.Comparison.Row;
import dev.enfilade.contract.sdk.Reviewed.Kind;
import java.util.List;
import java.util.Map;

/** Words a comparison in Markdown. */
final class Report {

    private static final String INTRODUCTION = """
            # What the official SDKs declare, and what Enfilade has

            Made by `SdkTypesTest`, which fails unless this file is what it makes; [tools.md](tools.md) says how it comes about.
            "Ask" is what clients send and Enfilade reads, "answer" is what it writes. A member is *lacking* if some SDK declares it
            there and Enfilade has none, *beyond* if Enfilade has it and no SDK declares it. Every one was looked at.

            """;

    private final StringBuilder out = new StringBuilder(INTRODUCTION);
    private final Comparison comparison;
    private final Reviewed reviewed;

    private Report(Comparison comparison, Reviewed reviewed) {
        this.comparison = comparison;
        this.reviewed = reviewed;
    }

    static String of(Map<Sdk, SdkTypes> sdks, Comparison comparison, Reviewed reviewed) {
        Report report = new Report(comparison, reviewed);
        for (Sdk sdk : Sdk.values()) {
            SdkTypes types = sdks.getOrDefault(sdk, new SdkTypes("none", List.of()));
            report.line("- " + sdk.word() + ": " + types.origin() + ", "
                    + types.types().size() + " types, " + types.members().size() + " members");
        }
        report.places();
        report.findings("Lacking", Kind.LACKING, "| Place | Member | Declared by | Why it is not there |");
        report.findings("Beyond", Kind.BEYOND, "| Place | Member | Declared by | Why it is there |");
        report.findings("Types without a place here", Kind.TYPE, "| SDK | Type | | Why |");
        return report.out.toString();
    }

    private void places() {
        line("");
        line("## Places");
        line("");
        line("| Place | Go | Python | JavaScript | Members | Lacking | Beyond |");
        line("|---|---|---|---|---|---|---|");
        for (Row row : comparison.rows()) {
            Place place = row.place();
            cells(
                    place.name(),
                    place.go(),
                    place.python(),
                    place.javascript(),
                    Integer.toString(row.members()),
                    Integer.toString(row.lacking()),
                    Integer.toString(row.beyond()));
        }
    }

    private void findings(String title, Kind kind, String head) {
        line("");
        line("## " + title);
        line("");
        line(head);
        line("|---|---|---|---|");
        for (Finding finding : comparison.findings()) {
            if (finding.kind() == kind) {
                String reason =
                        reviewed.reason(kind, finding.where(), finding.name()).orElse("**NOT REVIEWED**");
                cells(finding.where(), "`" + finding.name() + "`", finding.who(), reason);
            }
        }
    }

    private void cells(String... texts) {
        line("| " + String.join(" | ", texts) + " |");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
