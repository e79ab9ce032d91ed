package jirei.web.library;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Responds with the number of pages, and the places of the sections whose pages include the page {@code n}; sections without pages
     * are all searched for.
     */
    public void places(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        LibraryDocument document = DocumentHandlers.document(library, context);
        int page = PageResponses.number(context.pathParam("n"));
        Original original = original(document);
        PageText text = responses.text(original, page);
        List<CaseStudy> cases = cases(document);
        List<Place> places = places(cases, page, new PassageLocator(List.of(text)));
        context.json(Map.of(
                "pages",
                text.pages(),
                "places",
                places,
                "leftOut",
                new LeftOutLines(responses).of(original, text, cases, places)));
    }

    private Original original(LibraryDocument document) throws IOException, ProblemException {
        return originals
                .originals()
                .named(document.id())
                .orElseThrow(() -> new ProblemException(Problem.noSuchDocument(document.id())));
    }

    /** Returns the valid cases of a document: an invalid one has no sections to show. */
    private List<CaseStudy> cases(LibraryDocument document) throws IOException {
        List<CaseStudy> cases = new ArrayList<>();
        for (StoredCase stored : library.casesOf(document)) {
            parsed(stored).ifPresent(cases::add);
        }
        return cases;
    }

    private Optional<CaseStudy> parsed(StoredCase stored) throws IOException {
        try {
            return Optional.of(library.cases().parse(stored));
        } catch (CorpusFormatException invalid) {
            return Optional.empty();
        }
    }

    private static List<Place> places(List<CaseStudy> cases, int page, PassageLocator locator) {
        List<String> caseIds = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (CaseStudy one : cases) {
            for (Section section : one.sections()) {
                if (isOn(section, page)) {
                    caseIds.add(one.id());
                    sections.add(section);
                }
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

    /**
     * Adds a line that no section has to a section, as a paragraph at its end: the form fields {@code case}, {@code
     * section}, {@code page} and {@code text}.
     */
    public void take(Context context) throws IOException, ProblemException {
        String caseId = FormParameters.text(context, "case");
        StoredCase stored = CaseEditHandlers.stored(library, caseId);
        try {
            take(context, stored, stored.version());
            context.status(204);
        } catch (CorpusFormatException e) {
            throw new ProblemException(Problem.invalidCase(caseId, List.of(String.valueOf(e.getMessage()))));
        } catch (StaleVersionException e) {
            throw new ProblemException(Problem.staleVersion(caseId));
        }
    }

    /** As {@link #take(Context)}, for the case of the path, over the version in {@code If-Match}. */
    public void takeByApi(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        CaseApiHandlers.respond(context, stored, (version, editor) -> take(context, stored, version));
    }

    private StoredCase take(Context context, StoredCase stored, String version)
            throws IOException, ProblemException, CorpusFormatException, StaleVersionException {
        if (!stored.version().equals(version)) {
            throw new StaleVersionException(stored);
        }
        String sectionId = FormParameters.text(context, "section");
        CaseStudy before = library.cases().parse(stored);
        Section target = before.section(sectionId)
                .orElseThrow(() -> new ProblemException(Problem.noSuchSection(stored.id(), sectionId)));
        String text = leftOutLine(context, stored);
        int page = page(context);
        List<Section> sections = before.sections().stream()
                .map(section -> section.equals(target) ? section.withParagraph(text, page) : section)
                .toList();
        String editor = EditorAccess.editorOf(context).name();
        return library.cases().save(before.withSections(sections), version, editor);
    }

    /** Returns the field {@code text}, if it is a line of the page {@code page} that no section has. */
    private String leftOutLine(Context context, StoredCase stored) throws IOException, ProblemException {
        int page = page(context);
        String text = FormParameters.text(context, "text").strip();
        LibraryDocument document = CaseEditHandlers.document(library, stored)
                .orElseThrow(() -> new ProblemException(Problem.noOriginal(stored.id())));
        Original original = original(document);
        PageText lines = responses.text(original, page);
        List<CaseStudy> cases = cases(document);
        List<Place> places = places(cases, page, new PassageLocator(List.of(lines)));
        if (new LeftOutLines(responses)
                .of(original, lines, cases, places).stream()
                        .noneMatch(line -> line.text().equals(text))) {
            throw new ProblemException(Problem.notLeftOut(text, page));
        }
        return text;
    }

    private static int page(Context context) throws ProblemException {
        return PageResponses.number(FormParameters.text(context, "page"));
    }

    private static boolean isOn(Section section, int page) {
        return section.pages() == null
                || (section.pages().first() <= page && page <= section.pages().last());
    }
}
