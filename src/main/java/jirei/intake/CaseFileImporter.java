package jirei.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.cases.CaseStudy;
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

/** Takes documents that are cases already, in the forms that a corpus keeps them in. */
final class CaseFileImporter {
    private static final int FIRST_FAULTS = 3;

    private final Lexicon lexicon;

    CaseFileImporter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A case file, which is kept as it is. */
    ImportResult markdown(SourceFile file) throws IOException, SourceFormatException {
        String text = DocumentReader.text(file);
        try {
            CaseStudy caseStudy = CaseMarkdown.read(Path.of(file.fileName()), text, lexicon);
            return new ImportResult(List.of(caseStudy), List.of(), ImportResult.LINES, text);
        } catch (CorpusFormatException e) {
            throw faulty(file, e.diagnostics());
        }
    }

    /** Cases as JSON, one a line; a line with faults costs its own case alone. */
    ImportResult lines(SourceFile file) throws IOException, SourceFormatException {
        List<CaseStudy> cases = new ArrayList<>();
        List<ImportWarning> warnings = new ArrayList<>();
        List<CorpusDiagnostic> faults = new ArrayList<>();
        int number = 0;
        for (String line : DocumentReader.text(file).lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                cases.add(CaseJson.read(Path.of(file.fileName()), number, line, lexicon));
            } catch (CorpusFormatException e) {
                faults.addAll(e.diagnostics());
                int at = number;
                e.diagnostics()
                        .forEach(fault -> warnings.add(new ImportWarning(at, at, "", "", fault.problem() + "。")));
            }
        }
        if (cases.isEmpty()) {
            throw faulty(file, faults);
        }
        return new ImportResult(cases, warnings);
    }

    private static SourceFormatException faulty(SourceFile file, List<CorpusDiagnostic> faults) {
        List<String> first = faults.stream()
                .limit(FIRST_FAULTS)
                .map(fault -> fault.line() + "行目: " + fault.problem())
                .toList();
        String more = faults.size() > FIRST_FAULTS ? " ほか" + (faults.size() - FIRST_FAULTS) + "件" : "";
        return new SourceFormatException("「" + file.name() + "」の事例に誤りがあります（" + String.join("／", first) + more + "）。");
    }
}
