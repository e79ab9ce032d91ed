package jirei.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jirei.intake.ReadDocument;
import jirei.intake.ReadDocument.ReadCase;
import jirei.intake.layout.ImportWarning;
import jirei.library.cases.ImportedCaseFile;

/** The outcome of an import by document, as a table and as JSON. Not thread-safe. */
final class ImportReport {
    private final List<Map<String, Object>> documents = new ArrayList<>();
    private final Map<ImportedCaseFile.Outcome, Integer> outcomes = new EnumMap<>(ImportedCaseFile.Outcome.class);
    private List<Object> casesOfDocument = new ArrayList<>();
    private int cases;
    private int sections;
    private int warnings;
    private int unreadable;
    private int refused;
    private int failed;

    /** Adds a document that was read. Later calls of {@link #addCase} add to this document. */
    void addDocument(ReadDocument found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("document", found.name());
        casesOfDocument = new ArrayList<>();
        document.put("cases", casesOfDocument);
        document.put(
                "warnings",
                found.warnings().stream()
                        .map(warning -> toMap(warning, found.unit()))
                        .toList());
        documents.add(document);
        warnings += found.warnings().size();
    }

    void addCase(ReadCase caseStudy, String file, ImportedCaseFile.Outcome outcome) {
        cases++;
        sections += caseStudy.sections();
        outcomes.merge(outcome, 1, Integer::sum);
        addCase(caseStudy, file, outcome.name().toLowerCase(Locale.ROOT));
    }

    /** Adds a case that was not written, because the same import has already written a file with its id. */
    void addRefusedCase(ReadCase caseStudy, String file) {
        refused++;
        addCase(caseStudy, file, "refused");
    }

    /** Adds a case whose file cannot be written. */
    void addFailedCase(ReadCase caseStudy, String file) {
        failed++;
        addCase(caseStudy, file, "failed");
    }

    private void addCase(ReadCase caseStudy, String file, String outcome) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", caseStudy.id());
        one.put("title", caseStudy.title());
        one.put("sections", caseStudy.sections());
        one.put("file", file);
        one.put("outcome", outcome);
        casesOfDocument.add(one);
    }

    void addUnreadable(String name, String problem) {
        unreadable++;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("document", name);
        document.put("problem", problem);
        documents.add(document);
    }

    /** Returns whether the import found no document. */
    boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Returns whether no document could be read, or no case written; also true if there was no document. */
    boolean hasFailed() {
        return unreadable == documents.size() || (failed > 0 && cases == 0);
    }

    /** Returns whether every document was read and every case written. */
    boolean isComplete() {
        return unreadable == 0 && refused == 0 && failed == 0;
    }

    /** Returns the counts as the lines of a table. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("読んだ文書　　" + number(documents.size() - unreadable));
        lines.add("読めない文書　" + number(unreadable));
        lines.add("事例　　　　　" + number(cases) + outcomes());
        lines.add("節　　　　　　" + number(sections));
        lines.add("要確認　　　　" + number(warnings));
        return lines;
    }

    private String outcomes() {
        List<String> parts = new ArrayList<>();
        outcomes.forEach((outcome, count) -> parts.add(outcome.label() + " " + Main.thousands(count)));
        if (refused > 0) {
            parts.add("id の重複で書かなかった " + Main.thousands(refused));
        }
        if (failed > 0) {
            parts.add("書けなかった " + Main.thousands(failed));
        }
        return parts.isEmpty() ? "" : "（" + String.join("、", parts) + "）";
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,8d", count);
    }

    /** Returns the whole report as maps, lists, strings and numbers, ready to be written as JSON. */
    Map<String, Object> toMap() {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("documents", documents.size() - unreadable);
        totals.put("unreadable", unreadable);
        totals.put("cases", cases);
        totals.put("sections", sections);
        totals.put("warnings", warnings);
        outcomes.forEach((outcome, count) -> totals.put(outcome.name().toLowerCase(Locale.ROOT), count));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("totals", totals);
        report.put("documents", documents);
        return report;
    }

    private static Map<String, Object> toMap(ImportWarning warning, String unit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", warning.firstLine());
        map.put("to", warning.lastLine());
        map.put("unit", unit);
        map.put("case", warning.caseId());
        map.put("section", warning.sectionId());
        map.put("message", warning.message());
        return map;
    }
}
