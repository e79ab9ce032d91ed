package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Pages;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.SourceLine;
import jirei.intake.layout.StringSimilarity;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * Builds a case from its front page and the drafts of its sections and assigns actors and themes by the lexicon.
 * Immutable.
 */
final class CaseBuilder {
    private final CaseCollection collection;
    private final int number;
    private final Lexicon lexicon;
    private final Function<MierukaSection, @Nullable Pages> pages;

    /**
     * @param number the number of the case, from 1
     * @param pages gives the pages of a draft; null for none
     */
    CaseBuilder(
            CaseCollection collection, int number, Lexicon lexicon, Function<MierukaSection, @Nullable Pages> pages) {
        this.collection = collection;
        this.number = number;
        this.lexicon = lexicon;
        this.pages = pages;
    }

    CaseStudy build(FrontPage front, RegionFigures region, String rights, List<MierukaSection> drafts) {
        return new CaseStudy(
                id(),
                number,
                title(front),
                collection.title(),
                collection.year(),
                front.prefecture(),
                front.place(),
                region,
                source(front, rights),
                sections(drafts));
    }

    private String id() {
        return String.format(Locale.ROOT, "%s-%02d", collection.idStem(), number);
    }

    private String title(FrontPage front) {
        String title = front.title().isEmpty() ? front.place() : front.title();
        return title.isEmpty() ? id() : title;
    }

    private Source source(FrontPage front, String rights) {
        String title = String.format(Locale.ROOT, "%s 事例%02d %s", collection.title(), number, front.place());
        return new Source(title, "", "", rights);
    }

    /** Returns the highlights in the order of the most similar main headings {@code mains}. */
    List<MierukaSection> highlights(FrontPage front, List<String> mains) {
        List<MierukaSection> drafts = new ArrayList<>();
        for (FrontPage.Highlight highlight : front.highlights()) {
            List<SourceLine> lines = new ArrayList<>(highlight.headingLines());
            lines.addAll(highlight.textLines());
            int main = 1 + mostSimilar(highlight.heading(), mains);
            drafts.add(new MierukaSection(SectionKind.HIGHLIGHT, highlight.heading(), highlight.text(), main, lines));
        }
        drafts.sort(Comparator.comparingInt(MierukaSection::main));
        return drafts;
    }

    private static int mostSimilar(String heading, List<String> mains) {
        int mostSimilar = 0;
        double max = -1;
        for (int i = 0; i < mains.size(); i++) {
            double similarity = StringSimilarity.of(heading, mains.get(i));
            if (similarity > max) {
                max = similarity;
                mostSimilar = i;
            }
        }
        return mostSimilar;
    }

    private List<Section> sections(List<MierukaSection> drafts) {
        Map<SectionKind, Integer> counts = new EnumMap<>(SectionKind.class);
        Map<Integer, Integer> subsections = new HashMap<>();
        Set<Integer> leads = new LinkedHashSet<>();
        drafts.stream().filter(draft -> draft.kind() == SectionKind.LEAD).forEach(draft -> leads.add(draft.main()));
        List<Section> sections = new ArrayList<>();
        for (MierukaSection draft : drafts) {
            String id =
                    switch (draft.kind()) {
                        case LEAD -> "s" + draft.main();
                        case SUBSECTION -> "s" + draft.main() + "-" + subsections.merge(draft.main(), 1, Integer::sum);
                        default -> letter(draft.kind()) + counts.merge(draft.kind(), 1, Integer::sum);
                    };
            sections.add(section(id, draft, leads.contains(draft.main())));
        }
        return sections;
    }

    private static String letter(SectionKind kind) {
        return switch (kind) {
            case HIGHLIGHT -> "h";
            case LEAD, SUBSECTION -> "s";
            case POINT -> "p";
            case ROLE -> "r";
            case ACTIVITY -> "a";
            case CAPTION -> "c";
            case NOTE -> "n";
        };
    }

    private Section section(String id, MierukaSection draft, boolean hasLead) {
        String heading = JapaneseText.closeAbbreviations(draft.heading(), collection.words());
        String body = JapaneseText.closeAbbreviations(draft.text(), collection.words());
        boolean hasParent =
                switch (draft.kind()) {
                    case SUBSECTION, POINT, CAPTION, NOTE -> hasLead;
                    default -> false;
                };
        return new Section(
                id,
                draft.kind(),
                heading,
                hasParent ? "s" + draft.main() : "",
                actors(draft.kind(), heading, body),
                lexicon.themes().find(heading, body),
                body,
                pages.apply(draft));
    }

    /**
     * Returns the actors of a section; for a role, the canonical actors of its heading and then the heading as
     * printed; none for an unknown one.
     */
    private List<Actor> actors(SectionKind kind, String heading, String body) {
        if (kind != SectionKind.ROLE) {
            return lexicon.actorsOf(kind, heading, body);
        }
        Set<Actor> actors = new LinkedHashSet<>(lexicon.actors().allNamed(heading));
        if (!actors.isEmpty()) {
            actors.add(new Actor(heading));
        }
        return List.copyOf(actors);
    }
}
