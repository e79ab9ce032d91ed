package jirei.web.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.cases.StoredCase;
import jirei.web.page.library.DocumentRow;

/** Makes the rows of the list of documents. Thread-safe. */
record DocumentRows(Library library, UnsearchableCases unsearchable) {
    /** Returns the rows of {@code documents}, which are all of the library. */
    List<DocumentRow> of(List<LibraryDocument> documents, Set<String> unsearchableIds) throws IOException {
        List<DocumentRow> rows = new ArrayList<>();
        Set<String> drafts = library.drafts().cases();
        for (Map.Entry<LibraryDocument, List<StoredCase>> one :
                library.casesOfAll(documents).entrySet()) {
            rows.add(row(one.getKey(), one.getValue(), drafts, unsearchableIds));
        }
        return rows;
    }

    /** Returns the row of one document. */
    DocumentRow of(LibraryDocument document) throws IOException {
        return row(document, library.casesOf(document), library.drafts().cases(), unsearchableIds());
    }

    private DocumentRow row(
            LibraryDocument document, List<StoredCase> cases, Set<String> drafts, Set<String> unsearchableIds)
            throws IOException {
        return DocumentRow.of(
                document, cases, toCheck(document, cases), drafts, unsearchableIds, library.progress(document.id()));
    }

    /** Returns the number of places to check; those of a document whose cases are all published are not counted. */
    int toCheck(LibraryDocument document, List<StoredCase> cases) throws IOException {
        return cases.stream().allMatch(StoredCase::isPublished)
                ? 0
                : library.document(document.id())
                        .map(open -> open.remarks().size())
                        .orElse(0);
    }

    /** Returns the ids of the published cases that searches do not find. */
    Set<String> unsearchableIds() throws IOException {
        return unsearchable.all().stream()
                .map(UnsearchableCases.Unsearchable::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
