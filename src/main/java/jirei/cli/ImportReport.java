package jirei.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jirei.cases.CaseStudy;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;

/** What an import did, document by document, for a table and as JSON. */
final class ImportReport {
    private final List<Map<String, Object>> documents = new ArrayList<>();
    private final Map<ImportedCaseFile.Outcome, Integer> outcomes = new EnumMap<>(ImportedCaseFile.Outcome.class);
    private List<Object> casesOfDocument = new ArrayList<>();
    private int cases;
    private int sections;
    private int warnings;
    private int unreadable;
    private int refused;

    /** Counts a document that was read; its cases are told by {@link #addCase} then. */
    void addDocument(String name, ImportResult found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("document", name);
        casesOfDocument = new ArrayList<>();
        document.put("cases", casesOfDocument);
        document.put(
                "warnings",
                found.remarks().stream()
                        .map(remark -> toMap(remark, found.unit()))
                        .toList());
        documents.add(document);
        warnings += found.remarks().size();
    }

    void addCase(CaseStudy caseStudy, String file, ImportedCaseFile.Outcome outcome) {
        cases++;
        sections += caseStudy.sections().size();
        outcomes.merge(outcome, 1, Integer::sum);
        addCase(caseStudy, file, outcome.name().toLowerCase(Locale.ROOT));
    }

    /** Counts a case whose file was already written in the same import. */
    void addRefusedCase(CaseStudy caseStudy, String file) {
        refused++;
        addCase(caseStudy, file, "refused");
    }

    private void addCase(CaseStudy caseStudy, String file, String outcome) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", caseStudy.id());
        one.put("title", caseStudy.title());
        one.put("sections", caseStudy.sections().size());
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

    /** Whether there was no document at all. */
    boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Whether documents were named and none could be read. */
    boolean nothingWasRead() {
        return unreadable == documents.size();
    }

    boolean isComplete() {
        return unreadable == 0 && refused == 0;
    }

    /** The counts as the lines of a table. */
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
        return parts.isEmpty() ? "" : "（" + String.join("、", parts) + "）";
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,8d", count);
    }

    /** Everything as JSON types. */
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

    private static Map<String, Object> toMap(ImportWarning remark, String unit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", remark.firstLine());
        map.put("to", remark.lastLine());
        map.put("unit", unit);
        map.put("case", remark.caseId());
        map.put("section", remark.sectionId());
        map.put("message", remark.message());
        return map;
    }
}
