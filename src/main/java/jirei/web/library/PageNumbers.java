package jirei.web.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jirei.cases.Pages;
import jirei.intake.source.Limits;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.cases.StoredCase;
import jirei.library.editing.CaseFormReader.Fault;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals.Original;
import jirei.web.request.ProblemException;

/**
 * Finds pages of sections that the document of their case does not have. Thread-safe.
 *
 * @param originals knows how many pages a document has
 */
record PageNumbers(Library library, OriginalPages originals) {
    /**
     * Returns a fault for each section whose last page is beyond the document; none if the number of its pages is not known, as for a
     * case whose document the library does not have.
     *
     * @param pages the pages of each section as typed; those that are no pages are passed over
     */
    List<Fault> faults(StoredCase stored, List<String> pages) throws IOException {
        List<Integer> last = pages.stream()
                .map(typed -> Pages.of(typed.strip()).map(Pages::last).orElse(0))
                .toList();
        int total =
                total(stored, last.stream().mapToInt(Integer::intValue).max().orElse(0));
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at < last.size(); at++) {
            if (last.get(at) > total) {
                faults.add(new Fault(
                        "sections." + at + ".pages", "ページの値「" + pages.get(at) + "」は原本にありません。原本は" + total + "ページまでです"));
            }
        }
        return faults;
    }

    /** Returns the number of pages of the document, in which the page {@code wanted} may be; the greatest number if it is unknown. */
    private int total(StoredCase stored, int wanted) throws IOException {
        Optional<Original> original = wanted == 0
                ? Optional.empty()
                : CaseEditHandlers.document(library, stored)
                        .filter(LibraryDocument::hasPageImages)
                        .map(LibraryDocument::id)
                        .flatMap(this::named);
        try {
            return original.isEmpty()
                    ? Integer.MAX_VALUE
                    : new PageResponses(originals.cache())
                            .anyText(original.get(), Math.min(wanted, Limits.MAX_PAGES))
                            .pages();
        } catch (ProblemException unreadable) {
            return Integer.MAX_VALUE;
        }
    }

    private Optional<Original> named(String id) {
        try {
            return originals.originals().named(id);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
