package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jirei.cases.CaseStudy;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportWarning;

/** Assembles a case from the lines of its front page and body. Immutable. */
final class CaseAssembler {
    /**
     * A case and the warnings about it. Immutable.
     *
     * @param caseStudy the case
     * @param drafts the drafts of the sections, in the same order
     * @param warnings the warnings, in line order within each kind
     * @param furniture number of lines dropped as page furniture
     */
    record Result(CaseStudy caseStudy, List<MierukaSection> drafts, List<ImportWarning> warnings, int furniture) {}

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

    /** Returns the case; empty if it has no section. */
    Optional<Result> assemble() {
        var builder = new CaseBuilder(collection, number, lexicon, draft -> null);
        FrontPage front = FrontPage.read(text.groups());
        ParsedBody parsedBody = new BodyParser(text.groups(), front, lexicon.actors()).read();
        boolean activitiesLackBullets = parsedBody.activities().isEmpty();
        var matches = new HeadingAligner(parsedBody.blocks(), parsedBody.headings(), activitiesLackBullets).best();
        List<Heading> mains =
                parsedBody.headings().stream().filter(Heading::isMain).toList();
        List<MierukaSection> drafts = new ArrayList<>(
                builder.highlights(front, mains.stream().map(Heading::text).toList()));
        drafts.addAll(new SectionAssembler(parsedBody, matches).assemble());
        drafts.removeIf(draft -> draft.heading().isEmpty() && draft.text().isEmpty());
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        CaseStudy caseStudy = builder.build(front, parsedBody.region(), parsedBody.rights(), drafts);
        var warnings = new WarningMessages(caseStudy, drafts, text, front, parsedBody);
        return Optional.of(new Result(
                caseStudy, drafts, warnings.all(matches), parsedBody.furniture().size()));
    }
}
