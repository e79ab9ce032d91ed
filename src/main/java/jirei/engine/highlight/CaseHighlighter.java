package jirei.engine.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.engine.query.HighlightPattern;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.QueryExpression;
import jirei.search.Deadline;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;

/** Marks what a query matches in a whole case, as far as there is time. */
public record CaseHighlighter(SectionHighlighter text, SectionHighlighter heading) {
    /** How many sections are marked between two looks at the clock. */
    private static final int MARKED_AT_ONCE = 8;

    /** {@code caseStudy}, whose sections are the documents {@code docs}, in reading order. */
    public HighlightedCase mark(
            CaseStudy caseStudy, int[] docs, RequestQueryFactory queries, QueryExpression expression)
            throws IOException {
        Set<HighlightPattern> inText = queries.marks(expression, Source.TEXT);
        Set<HighlightPattern> inHeading = queries.marks(expression, Source.HEADING);
        Deadline time = Deadline.current();
        List<HighlightedSection> marked = new ArrayList<>();
        for (int from = 0; from < docs.length; from += MARKED_AT_ONCE) {
            int[] some = Arrays.copyOfRange(docs, from, Math.min(docs.length, from + MARKED_AT_ONCE));
            List<Section> sections = caseStudy.sections().subList(from, from + some.length);
            if (time.isExpired()) {
                time.markPartial();
                add(marked, sections, unmarked(some), unmarked(some));
            } else {
                List<String> texts = sections.stream().map(Section::text).toList();
                List<String> headings = sections.stream().map(Section::heading).toList();
                add(marked, sections, text.matches(inText, some, texts), heading.matches(inHeading, some, headings));
            }
        }
        return new HighlightedCase(caseStudy, marked, !time.isPartial());
    }

    private static List<List<MatchRange>> unmarked(int[] docs) {
        return Collections.nCopies(docs.length, List.of());
    }

    private static void add(
            List<HighlightedSection> marked,
            List<Section> sections,
            List<List<MatchRange>> texts,
            List<List<MatchRange>> headings) {
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            marked.add(new HighlightedSection(section, headings.get(i), byParagraph(section, texts.get(i))));
        }
    }

    private static List<List<MatchRange>> byParagraph(Section section, List<MatchRange> matches) {
        List<List<MatchRange>> paragraphs = new ArrayList<>();
        int start = 0;
        for (String paragraph : section.paragraphs()) {
            int from = start;
            int to = start + paragraph.length();
            paragraphs.add(matches.stream()
                    .filter(match -> match.start() < to && match.end() > from)
                    .map(match ->
                            new MatchRange(Math.max(match.start(), from) - from, Math.min(match.end(), to) - from))
                    .toList());
            start = to + 1;
        }
        return paragraphs;
    }
}
