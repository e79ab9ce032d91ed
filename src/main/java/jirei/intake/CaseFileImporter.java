package jirei.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.VisibleText;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.document.DocumentReader;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;

/** Imports documents that are case files already, as Markdown or JSON Lines. Immutable. */
final class CaseFileImporter {
    private static final int MAX_REPORTED = 3;

    private final Lexicon lexicon;

    CaseFileImporter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Imports a Markdown case file, whose text is kept unchanged. */
    ImportResult markdown(SourceFile file) throws IOException, SourceFormatException {
        String text = DocumentReader.text(file);
        try {
            CaseStudy caseStudy = CaseMarkdown.read(Path.of(file.fileName()), text, lexicon);
            return new ImportResult(List.of(caseStudy), List.of(), ImportResult.LINES, text);
        } catch (CorpusFormatException e) {
            throw invalid(file, e.diagnostics());
        }
    }

    /** Imports cases as JSON Lines. An invalid line is skipped with a warning if any other line is valid. */
    ImportResult lines(SourceFile file) throws IOException, SourceFormatException {
        List<CaseStudy> cases = new ArrayList<>();
        List<ImportWarning> warnings = new ArrayList<>();
        List<CorpusDiagnostic> diagnostics = new ArrayList<>();
        int number = 0;
        for (String line : DocumentReader.text(file).lines().toList()) {
            number++;
            if (VisibleText.isBlank(line)) {
                continue;
            }
            try {
                cases.add(CaseJson.read(Path.of(file.fileName()), number, line, lexicon));
            } catch (CorpusFormatException e) {
                diagnostics.addAll(e.diagnostics());
                int at = number;
                e.diagnostics()
                        .forEach(diagnostic ->
                                warnings.add(new ImportWarning(at, at, "", "", diagnostic.problem() + "。")));
            }
        }
        if (cases.isEmpty()) {
            throw invalid(file, diagnostics);
        }
        return new ImportResult(cases, warnings);
    }

    private static SourceFormatException invalid(SourceFile file, List<CorpusDiagnostic> diagnostics) {
        List<String> first = diagnostics.stream()
                .limit(MAX_REPORTED)
                .map(diagnostic -> diagnostic.line() + "行目: " + diagnostic.problem())
                .toList();
        String more = diagnostics.size() > MAX_REPORTED ? " ほか" + (diagnostics.size() - MAX_REPORTED) + "件" : "";
        return new SourceFormatException("「" + file.name() + "」の事例に誤りがあります（" + String.join("／", first) + more + "）。");
    }
}
