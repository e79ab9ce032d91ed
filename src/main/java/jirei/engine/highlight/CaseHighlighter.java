package jirei.engine.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.engine.backend.HighlightReader;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.search.Deadline;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;
import org.apache.lucene.analysis.Analyzer;

/** Highlights the matches of a query in a whole case, until the deadline expires. Not thread-safe. */
public final class CaseHighlighter {
    /** The number of sections highlighted between two checks of the deadline. */
    private static final int BATCH_SIZE = 8;

    private final SectionHighlighter text;
    private final SectionHighlighter heading;
    private final int[] docs;
    private final Deadline deadline;

    /**
     * @param reader contains the sections of the case in reading order
     * @param analyzer the index-time analyzer of every field
     * @param deadline if it expires, the remaining sections have no matches and the deadline is marked as partial
     */
    public CaseHighlighter(HighlightReader reader, Analyzer analyzer, Deadline deadline) {
        this.text = new SectionHighlighter(reader.reader(), analyzer, Source.TEXT);
        this.heading = new SectionHighlighter(reader.reader(), analyzer, Source.HEADING);
        this.docs = reader.docs();
        this.deadline = deadline;
    }

    /** Returns {@code caseStudy} with the matches of {@code patterns}. */
    public HighlightedCase highlight(CaseStudy caseStudy, RequestPatterns patterns) throws IOException {
        List<HighlightedSection> highlighted = new ArrayList<>();
        for (int from = 0; from < docs.length; from += BATCH_SIZE) {
            int[] batch = Arrays.copyOfRange(docs, from, Math.min(docs.length, from + BATCH_SIZE));
            List<Section> sections = caseStudy.sections().subList(from, from + batch.length);
            if (deadline.isExpired()) {
                deadline.markPartial();
                add(highlighted, sections, noMatches(batch), noMatches(batch));
            } else {
                List<String> texts = sections.stream().map(Section::text).toList();
                List<String> headings = sections.stream().map(Section::heading).toList();
                add(
                        highlighted,
                        sections,
                        text.matches(patterns.text(), batch, texts),
                        heading.matches(patterns.heading(), batch, headings));
            }
        }
        boolean isMarked = deadline.isPartial() || highlighted.stream().anyMatch(HighlightedSection::hasMatches);
        List<MatchRange> title = isMarked ? List.of() : TitleHighlighter.matches(patterns.text(), caseStudy.title());
        return new HighlightedCase(caseStudy, title, highlighted, !deadline.isPartial());
    }

    private static List<List<MatchRange>> noMatches(int[] docs) {
        return Collections.nCopies(docs.length, List.of());
    }

    private static void add(
            List<HighlightedSection> highlighted,
            List<Section> sections,
            List<List<MatchRange>> texts,
            List<List<MatchRange>> headings) {
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            highlighted.add(new HighlightedSection(section, headings.get(i), byParagraph(section, texts.get(i))));
        }
    }

    private static List<List<MatchRange>> byParagraph(Section section, List<MatchRange> matches) {
        List<List<MatchRange>> paragraphs = new ArrayList<>();
        int start = 0;
        for (String paragraph : section.paragraphs()) {
            int end = start + paragraph.length();
            paragraphs.add(MatchRange.between(matches, start, end));
            start = end + 1;
        }
        return paragraphs;
    }
}
