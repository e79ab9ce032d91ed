package jirei.corpus.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.corpus.lexicon.ControlledVocabulary;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A case as Markdown with YAML front matter, the form that people read and edit; {@code corpus/README.md} describes it.
 *
 * <p>What {@link #write} writes, {@link #read} reads back as an equal case, as long as the lexicon knows its actors.
 */
public final class CaseMarkdown {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FENCE = "---";
    private static final Pattern VALUE_WITH_REMARK = Pattern.compile("\\s*[A-Za-z0-9]+:\\s+[^\"'\\s#].*\\s#.*");

    private CaseMarkdown() {}

    /** Writes a case, with line ends as on Unix. */
    public static String write(CaseStudy caseStudy) {
        return write(caseStudy, Map.of());
    }

    /**
     * Writes a case with remarks for whoever corrects the file; reading skips them.
     *
     * @param comments the remarks by section id, those about the whole file under the empty id
     */
    public static String write(CaseStudy caseStudy, Map<String, List<String>> comments) {
        return new CaseMarkdownWriter(comments).write(caseStudy);
    }

    /**
     * Reads a case.
     *
     * @param file the file that {@code text} comes from, for messages
     * @throws CorpusFormatException with all faults of the file, if it has any
     */
    public static CaseStudy read(Path file, String text, Lexicon lexicon) throws CorpusFormatException {
        var faults = new DiagnosticCollector(file);
        List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
        int end = endOfFrontMatter(lines);
        if (end < 0) {
            faults.add(1, "「---」の二行で囲んだ前書きがないため、ファイルの頭に --- で始まり --- で終わる前書きを置いてください");
            faults.throwIfAny();
        }
        refuseRemarks(lines.subList(1, end), faults);
        CaseFrontMatter head = head(String.join("\n", lines.subList(1, end)), faults);
        String body = String.join("\n", lines.subList(end + 1, lines.size()));
        List<SectionDraft> drafts = new MarkdownSectionParser(
                        new ControlledVocabulary(lexicon.actors(), faults), faults, end + 1, head.title())
                .read(body);
        List<Section> sections = SectionDraft.complete(drafts, lexicon, faults);
        faults.throwIfAny();
        return head.with(sections);
    }

    /** The index of the line that closes the front matter; -1 where there is none. */
    private static int endOfFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(FENCE)) {
            return -1;
        }
        for (int at = 1; at < lines.size(); at++) {
            if (lines.get(at).stripTrailing().equals(FENCE)) {
                return at;
            }
        }
        return -1;
    }

    /** YAML drops what follows " #", which may well be meant as a part of the value. */
    private static void refuseRemarks(List<String> lines, DiagnosticCollector faults) {
        for (int at = 0; at < lines.size(); at++) {
            if (VALUE_WITH_REMARK.matcher(lines.get(at)).matches()) {
                faults.add(at + 2, "値の中の「 #」から後ろが失われるため、値の全体を \" で囲むか、# から後ろを消してください");
            }
        }
    }

    private static CaseFrontMatter head(String yaml, DiagnosticCollector faults) {
        FieldValue.Fields none = new FieldValue.Fields(1, Map.of());
        try (JsonParser parser = YAML.createParser(yaml)) {
            FieldValue value = new FieldParser(parser, 1, faults).read();
            if (value instanceof FieldValue.Scalar scalar) {
                faults.add(scalar.line(), "前書きが「名前: 値」の並びではないため、id: と title: から書いてください");
                return CaseFrontMatter.EMPTY;
            }
            var fields = new FieldReader(value instanceof FieldValue.Fields found ? found : none, "", faults);
            CaseFrontMatter head = CaseFrontMatter.read(fields, faults);
            fields.refuseOthers();
            return head;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            faults.add(line + 1, "前書きを YAML として読めないため、字下げをそろえ、「: 」や # や引用符を含む値は全体を \" で囲んでください");
            return CaseFrontMatter.EMPTY;
        }
    }
}
