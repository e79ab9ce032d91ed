package jirei.web.library;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.page.Area;
import jirei.intake.page.PageText;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.cases.StaleVersionException;
import jirei.library.cases.StoredCase;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals.Original;
import jirei.library.pages.PassageLocator;
import jirei.web.access.EditorAccess;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import org.jspecify.annotations.Nullable;

/** The handler of the places of sections on a page of their document. Thread-safe. */
public final class PlaceHandlers {
    private final Library library;
    private final OriginalPages originals;
    private final PageResponses responses;

    public PlaceHandlers(Library library, OriginalPages originals) {
        this.library = library;
        this.originals = originals;
        this.responses = new PageResponses(originals.cache());
    }

    /** A section on the page: the lines that it has there, each with its box if the page has an image. Immutable. */
    record Place(String caseId, String sectionId, List<Line> lines) {}

    /** A line of a section. Immutable. */
    record Line(int number, @Nullable Area area) {}

    /**
     * A line that no section has. Immutable.
     *
     * @param caseId the case to which it would be added: that of the section before it on the page, or the first after it
     * @param sectionId that section
     */
    record LeftOut(int number, String text, @Nullable Area area, String caseId, String sectionId) {}

    /**
     * Responds with the number of pages, and the places of the sections whose pages include the page {@code n}; sections without pages
     * are all searched for.
     */
    public void places(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        LibraryDocument document = DocumentHandlers.document(library, context);
        int page = PageResponses.number(context.pathParam("n"));
        Original original = originals
                .originals()
                .named(document.id())
                .orElseThrow(() -> new ProblemException(Problem.noSuchDocument(document.id())));
        PageText text = responses.text(original, page);
        List<Place> places = places(document, page, new PassageLocator(List.of(text)));
        context.json(Map.of("pages", text.pages(), "places", places, "leftOut", leftOut(text, places)));
    }

    private List<Place> places(LibraryDocument document, int page, PassageLocator locator) throws IOException {
        List<String> caseIds = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (StoredCase stored : library.casesOf(document)) {
            try {
                for (Section section : library.cases().parse(stored).sections()) {
                    if (isOn(section, page)) {
                        caseIds.add(stored.id());
                        sections.add(section);
                    }
                }
            } catch (CorpusFormatException invalid) {
                // an invalid case has no sections to show
            }
        }
        List<PassageLocator.Passage> passages = locator.find(sections);
        return IntStream.range(0, sections.size())
                .mapToObj(at -> new Place(
                        caseIds.get(at),
                        sections.get(at).id(),
                        passages.get(at).marks().stream()
                                .map(mark -> new Line(mark.line(), mark.area()))
                                .toList()))
                .filter(place -> !place.lines().isEmpty())
                .toList();
    }

    private static List<LeftOut> leftOut(PageText text, List<Place> places) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (PageText.Line line : text.lines()) {
            boolean isFound = places.stream()
                    .flatMap(place -> place.lines().stream())
                    .anyMatch(found -> found.number() == line.number() && overlaps(found.area(), line.area()));
            if (!isFound && !places.isEmpty() && !line.text().isBlank()) {
                Place target = before(line.number(), places);
                leftOut.add(new LeftOut(
                        line.number(), line.text().strip(), line.area(), target.caseId(), target.sectionId()));
            }
        }
        return leftOut;
    }

    /** Parts of one printed line in different columns have one number. */
    private static boolean overlaps(@Nullable Area found, @Nullable Area line) {
        return found == null
                || line == null
                || (found.x() < line.x() + line.width() && line.x() < found.x() + found.width());
    }

    /** Returns the section whose lines are the nearest before {@code number}, or the first on the page. */
    private static Place before(int number, List<Place> places) {
        Place nearest = places.getFirst();
        int last = -1;
        for (Place place : places) {
            for (Line line : place.lines()) {
                if (line.number() < number && line.number() > last) {
                    last = line.number();
                    nearest = place;
                }
            }
        }
        return nearest;
    }

    /**
     * Adds a line that no section has to a section, as a paragraph at its end: the form fields {@code case}, {@code
     * section} and {@code text}.
     */
    public void take(Context context) throws IOException, ProblemException {
        String caseId = FormParameters.text(context, "case");
        StoredCase stored = CaseEditHandlers.stored(library, caseId);
        try {
            take(library, context, stored, stored.version());
            context.status(204);
        } catch (CorpusFormatException e) {
            throw new ProblemException(Problem.invalidCase(caseId, List.of(String.valueOf(e.getMessage()))));
        } catch (StaleVersionException e) {
            throw new ProblemException(Problem.staleVersion(caseId));
        }
    }

    /** Adds the form field {@code text} to the section {@code section} of a case of the version {@code version}. */
    static StoredCase take(Library library, Context context, StoredCase stored, String version)
            throws IOException, ProblemException, CorpusFormatException, StaleVersionException {
        String sectionId = FormParameters.text(context, "section");
        String text = FormParameters.text(context, "text").strip();
        CaseStudy before = library.cases().parse(stored);
        Section target = before.section(sectionId)
                .orElseThrow(() -> new ProblemException(Problem.noSuchSection(stored.id(), sectionId)));
        List<Section> sections = before.sections().stream()
                .map(section -> section.equals(target) ? section.withText(section.text() + "\n" + text) : section)
                .toList();
        String editor = EditorAccess.editorOf(context).name();
        return library.cases().save(before.withSections(sections), version, editor);
    }

    private static boolean isOn(Section section, int page) {
        return section.pages() == null
                || (section.pages().first() <= page && page <= section.pages().last());
    }
}
