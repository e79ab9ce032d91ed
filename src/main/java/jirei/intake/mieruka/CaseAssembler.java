package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportWarning;
import jirei.intake.layout.SourceLine;
import jirei.intake.layout.StringSimilarity;
import jirei.intake.source.JapaneseText;

/** Puts a case together: front page, body, and who acts and what it is about by the lexicon. */
final class CaseAssembler {
    /**
     * A case with what is to be said about it.
     *
     * @param drafts what each section was made of, in the order of the sections
     * @param furniture how many lines are no part of the text
     */
    record Made(CaseStudy caseStudy, List<MierukaSection> drafts, List<ImportWarning> warnings, int furniture) {}

    private final CaseCollection collection;
    private final int number;
    private final CaseSplitter text;
    private final Lexicon lexicon;

    CaseAssembler(CaseCollection collection, int number, CaseSplitter text, Lexicon lexicon) {
        this.collection = collection;
        this.number = number;
        this.text = text;
        this.lexicon = lexicon;
    }

    /** The case, and warnings on it; empty if nothing but its front page is there to make sections of. */
    Optional<Made> assemble() {
        FrontPage front = FrontPage.read(text.groups());
        ParsedBody flow = new BodyParser(text.groups(), front, lexicon.actors()).read();
        boolean activitiesLackBullets = flow.activities().isEmpty();
        var matches = new HeadingAligner(flow.blocks(), flow.headings(), activitiesLackBullets).best();
        List<MierukaSection> drafts = new ArrayList<>(highlights(front, flow.headings()));
        drafts.addAll(new SectionAssembler(flow, matches).make());
        drafts.removeIf(draft -> draft.heading().isEmpty() && draft.text().isEmpty());
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        var caseStudy = new CaseStudy(
                id(),
                number,
                title(front),
                collection.title(),
                collection.year(),
                front.prefecture(),
                front.place(),
                flow.region(),
                source(front, flow),
                sections(drafts));
        var warnings = new WarningMessages(caseStudy, drafts, text, front, flow);
        return Optional.of(new Made(
                caseStudy, drafts, warnings.all(matches), flow.furniture().size()));
    }

    private String id() {
        return String.format(Locale.ROOT, "%s-%02d", collection.idStem(), number);
    }

    private String title(FrontPage front) {
        String title = front.title().isEmpty() ? front.place() : front.title();
        return title.isEmpty() ? id() : title;
    }

    private Source source(FrontPage front, ParsedBody flow) {
        String title = String.format(Locale.ROOT, "%s 事例%02d %s", collection.title(), number, front.place());
        return new Source(title, "", "", flow.rights());
    }

    /** The highlights in the order of the main headings that they agree with. */
    private static List<MierukaSection> highlights(FrontPage front, List<Heading> headings) {
        List<Heading> mains = headings.stream().filter(Heading::isMain).toList();
        List<MierukaSection> drafts = new ArrayList<>();
        for (FrontPage.Highlight highlight : front.highlights()) {
            List<SourceLine> lines = new ArrayList<>(highlight.headingLines());
            lines.addAll(highlight.textLines());
            int main = 1 + closest(highlight.heading(), mains);
            drafts.add(new MierukaSection(SectionKind.HIGHLIGHT, highlight.heading(), highlight.text(), main, lines));
        }
        drafts.sort(Comparator.comparingInt(MierukaSection::main));
        return drafts;
    }

    private static int closest(String heading, List<Heading> mains) {
        int closest = 0;
        double max = -1;
        for (int i = 0; i < mains.size(); i++) {
            double likeness = StringSimilarity.of(heading, mains.get(i).text());
            if (likeness > max) {
                max = likeness;
                closest = i;
            }
        }
        return closest;
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
        boolean standsInMain =
                switch (draft.kind()) {
                    case SUBSECTION, POINT, CAPTION, NOTE -> hasLead;
                    default -> false;
                };
        return new Section(
                id,
                draft.kind(),
                heading,
                standsInMain ? "s" + draft.main() : "",
                actors(draft.kind(), heading, body),
                lexicon.themes().find(heading, body),
                body);
    }

    /** A role's actor stands first, then as it is printed where that is no canonical name. */
    private List<Actor> actors(SectionKind kind, String heading, String body) {
        if (kind != SectionKind.ROLE) {
            return lexicon.actorsOf(kind, heading, body);
        }
        Set<Actor> actors = new LinkedHashSet<>(lexicon.actors().allNamed(heading));
        actors.add(new Actor(heading));
        return List.copyOf(actors);
    }
}
