package jirei.corpus.format;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.Pages;
import jirei.cases.Section;
import jirei.cases.VisibleText;
import jirei.corpus.lexicon.ControlledVocabulary;
import jirei.corpus.text.DiagnosticCollector;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a section, given as a list item below its heading, as in {@code 種別: ポイント}. Immutable.
 *
 * @param line the line of the item, from 1
 * @param name one of {@link #KIND}, {@link #ACTORS}, {@link #THEMES}, {@link #PARENT}, {@link #PAGES} and {@link
 *     #OCR_CONFIDENCE}, or the name of a facet that the corpus declares
 * @param value the text after the colon, stripped; may be empty
 */
record SectionAttribute(int line, String name, String value) {
    static final String KIND = "種別";
    static final String ACTORS = "主体";
    static final String THEMES = "テーマ";
    static final String PARENT = "親";
    static final String PAGES = "ページ";

    /** The mean confidence in percent of text that was read by OCR, as in 87. */
    static final String OCR_CONFIDENCE = "機械読み取り";

    /** The value that explicitly means none. */
    static final String NONE = "なし";

    private static final Pattern CONFIDENCE = Pattern.compile("[0-9]{1,3}");
    private static final Set<String> NAMES = Set.of(KIND, ACTORS, THEMES, PARENT, PAGES, OCR_CONFIDENCE);
    private static final Pattern SYNTAX = Pattern.compile("([^:：]{1,40}?)\\s*[:：](.*)");

    /** Parses pages as in 12 or 12-14; reports any other text and returns null. */
    static @Nullable Pages pages(int line, String value, DiagnosticCollector diagnostics) {
        Pages pages = Pages.of(value).orElse(null);
        if (pages == null) {
            diagnostics.add(line, "ページの値「" + value + "」は使えません。12 か 12-14 のように書いてください");
        }
        return pages;
    }

    /** Parses a confidence in percent, as in 87; reports any other text and returns null. */
    static @Nullable Integer ocrConfidence(int line, String value, DiagnosticCollector diagnostics) {
        if (CONFIDENCE.matcher(value).matches() && Integer.parseInt(value) <= Section.MAX_CONFIDENCE) {
            return Integer.valueOf(value);
        }
        diagnostics.add(line, "機械読み取りの確からしさ「" + value + "」は使えません。87 のように 0 から 100 までの数で書いてください");
        return null;
    }

    /**
     * Parses {@code item}; returns null if it is not an attribute.
     *
     * @param vocabulary knows the facets that the corpus declares
     */
    static @Nullable SectionAttribute of(
            Node item, int line, ControlledVocabulary vocabulary, DiagnosticCollector diagnostics) {
        List<String> lines = MarkdownText.linesInside(item);
        Matcher matcher = SYNTAX.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!matcher.matches()
                || !(NAMES.contains(matcher.group(1))
                        || vocabulary.facet(matcher.group(1)).isPresent())) {
            return null;
        }
        if (lines.size() > 1) {
            diagnostics.add(line, "「" + matcher.group(1) + "」の行のすぐ下に文が続いています。あいだに空行を一つ入れてください");
        }
        return new SectionAttribute(line, matcher.group(1), VisibleText.strip(matcher.group(2)));
    }
}
