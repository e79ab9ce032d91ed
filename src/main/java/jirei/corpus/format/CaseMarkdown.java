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
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A case as Markdown with YAML front matter, the format that people read and edit. It is described in {@code
 * corpus/README.md}. Stateless.
 *
 * <p>{@link #read} restores an equal case from the result of {@link #write} if the lexicon has all of its actors.
 */
public final class CaseMarkdown {
    private static final YAMLMapper YAML = new YAMLMapper(
            YAMLFactory.builder().streamReadConstraints(FieldParser.CONSTRAINTS).build());
    private static final String FENCE = "---";
    private static final Pattern VALUE_WITH_COMMENT = Pattern.compile("\\s*[\\p{L}\\p{Nd}_-]+:\\s+[^\"'\\s#].*\\s#.*");

    private CaseMarkdown() {}

    /** Writes a case with Unix line terminators, and with the actors and themes of each section. */
    public static String write(CaseStudy caseStudy) {
        return new CaseMarkdownWriter(Map.of(), section -> true, section -> true).write(caseStudy);
    }

    /**
     * Writes a case with comments for the person who edits the file; reading skips them. Actors and themes are left out
     * where the rules find the same ones, so that they follow later corrections of the text and of the lexicon.
     *
     * @param comments the comments by section id; those about the whole file have the empty id
     */
    public static String write(CaseStudy caseStudy, Map<String, List<String>> comments, Lexicon lexicon) {
        return new CaseMarkdownWriter(
                        comments,
                        section -> !lexicon.findsActorsOf(section),
                        section -> !lexicon.findsThemesOf(section))
                .write(caseStudy);
    }

    /**
     * Reads a case.
     *
     * @param file the file with the contents {@code text}, for diagnostics
     * @throws CorpusFormatException with all diagnostics of the file, if it is invalid
     */
    public static CaseStudy read(Path file, String text, Lexicon lexicon) throws CorpusFormatException {
        var diagnostics = new DiagnosticCollector(file);
        List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
        rejectLongLines(lines, diagnostics);
        int end = endOfFrontMatter(lines);
        if (end < 0) {
            diagnostics.add(1, "「---」の二行で囲んだ前書きがありません。ファイルの頭に --- で始まり --- で終わる前書きを置いてください");
            diagnostics.throwIfAny();
        }
        rejectComments(lines.subList(1, end), diagnostics);
        var vocabulary = new ControlledVocabulary(lexicon, diagnostics);
        CaseFrontMatter frontMatter = frontMatter(String.join("\n", lines.subList(1, end)), vocabulary, diagnostics);
        String body = String.join("\n", lines.subList(end + 1, lines.size()));
        List<SectionDraft> drafts =
                new MarkdownSectionParser(vocabulary, diagnostics, end + 1, frontMatter.title()).read(body);
        List<Section> sections = SectionDraft.complete(drafts, lexicon, diagnostics);
        diagnostics.throwIfAny();
        return frontMatter.with(sections);
    }

    private static void rejectLongLines(List<String> lines, DiagnosticCollector diagnostics)
            throws CorpusFormatException {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).length() > CorpusLimits.MAX_LINE_LENGTH) {
                diagnostics.add(
                        at + 1,
                        "この行が" + lines.get(at).length() + "文字あります。" + CorpusLimits.MAX_LINE_LENGTH / 10_000
                                + "万文字以内になるように段落を分けてください");
            }
        }
        diagnostics.throwIfAny();
    }

    /** Returns the index of the line that closes the front matter, or -1. */
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

    /** Reports values with a YAML comment: the text after " #", which YAML drops, may be meant as part of the value. */
    private static void rejectComments(List<String> lines, DiagnosticCollector diagnostics) {
        for (int at = 0; at < lines.size(); at++) {
            if (VALUE_WITH_COMMENT.matcher(lines.get(at)).matches()) {
                diagnostics.add(at + 2, "値の中の「 #」から後ろが失われます。値の全体を \" で囲むか、# から後ろを消してください");
            }
        }
    }

    private static CaseFrontMatter frontMatter(
            String yaml, ControlledVocabulary vocabulary, DiagnosticCollector diagnostics) {
        FieldValue.Fields none = new FieldValue.Fields(1, Map.of());
        if (yaml.length() > CorpusLimits.MAX_FRONT_MATTER_LENGTH) {
            diagnostics.add(
                    1,
                    "前書きが" + yaml.length() + "文字あります。" + CorpusLimits.MAX_FRONT_MATTER_LENGTH / 10_000
                            + "万文字以内に縮めてください（終わりの --- がないこともあります）");
            return CaseFrontMatter.EMPTY;
        }
        try (JsonParser parser = YAML.createParser(yaml)) {
            FieldValue value = new FieldParser(parser, 1, diagnostics).read();
            if (value instanceof FieldValue.Scalar scalar) {
                diagnostics.add(scalar.line(), "前書きが「名前: 値」の並びではありません。id: と title: から書いてください");
                return CaseFrontMatter.EMPTY;
            }
            var fields = new FieldReader(value instanceof FieldValue.Fields found ? found : none, "", diagnostics);
            CaseFrontMatter frontMatter = CaseFrontMatter.read(fields, fields, vocabulary, diagnostics);
            fields.rejectUnknown();
            return frontMatter;
        } catch (StreamConstraintsException e) {
            return CaseFrontMatter.EMPTY;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            diagnostics.add(line + 1, "前書きを YAML として読めません。字下げをそろえ、「: 」や # や引用符を含む値は全体を \" で囲んでください");
            return CaseFrontMatter.EMPTY;
        }
    }
}
