package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.lucene.TextField.Part;
import jirei.query.QueryExpression;
import jirei.search.MarkedCase;
import jirei.search.MarkedCase.MarkedSection;
import jirei.search.Match;

/** Marks what a query matches in a whole case. */
record CaseMarks(Highlighting text, Highlighting heading) {
    /** {@code caseStudy}, whose sections are the documents {@code docs}, in reading order. */
    MarkedCase mark(CaseStudy caseStudy, int[] docs, SectionQueries queries, QueryExpression expression)
            throws IOException {
        List<List<Match>> texts = text.matches(queries.marks(expression, Part.TEXT), docs);
        List<List<Match>> headings = heading.matches(queries.marks(expression, Part.HEADING), docs);
        List<MarkedSection> marked = new ArrayList<>();
        for (int i = 0; i < docs.length; i++) {
            Section section = caseStudy.sections().get(i);
            marked.add(new MarkedSection(section, headings.get(i), byParagraph(section, texts.get(i))));
        }
        return new MarkedCase(caseStudy, marked);
    }

    private static List<List<Match>> byParagraph(Section section, List<Match> matches) {
        List<List<Match>> paragraphs = new ArrayList<>();
        int start = 0;
        for (String paragraph : section.paragraphs()) {
            int from = start;
            int to = start + paragraph.length();
            paragraphs.add(matches.stream()
                    .filter(match -> match.start() < to && match.end() > from)
                    .map(match -> new Match(Math.max(match.start(), from) - from, Math.min(match.end(), to) - from))
                    .toList());
            start = to + 1;
        }
        return paragraphs;
    }
}
