package jirei.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.layout.ImportWarning;
import jirei.library.LibraryDocument.Remark;
import jirei.library.cases.CaseStore;
import jirei.library.cases.StoredCase;

/** Finds the remarks that are not settled: what they are about is as the reading made it. Stateless. */
final class OpenRemarks {
    private final DocumentFolders folders;
    private final CaseStore cases;

    OpenRemarks(DocumentFolders folders, CaseStore cases) {
        this.folders = folders;
        this.cases = cases;
    }

    /** A case as it is and as it was read. An invalid case settles nothing. */
    private record Versions(boolean exists, Optional<CaseStudy> now, Optional<CaseStudy> read) {
        boolean isSettled(Remark remark) {
            if (!exists) {
                return true;
            }
            if (now.isEmpty()) {
                return false;
            }
            return switch (remark.field()) {
                case ImportWarning.PREFECTURE -> now.get().prefecture() != null;
                case ImportWarning.TITLE ->
                    read.isPresent() && !read.get().title().equals(now.get().title());
                default -> !remark.sectionId().isEmpty() && isSectionSettled(remark.sectionId());
            };
        }

        /** Returns whether a section was deleted or has another text than it was read with. */
        private boolean isSectionSettled(String id) {
            Optional<String> text = text(now, id);
            return text.isEmpty() || (read.isPresent() && !text.equals(text(read, id)));
        }

        private static Optional<String> text(Optional<CaseStudy> of, String id) {
            return of.flatMap(one -> one.section(id)).map(Section::text);
        }
    }

    /** Returns {@code document} without the remarks on what was put right, or on cases that are not there any more. */
    LibraryDocument of(LibraryDocument document) throws IOException {
        Map<String, Versions> byCase = new HashMap<>();
        List<Remark> open = new ArrayList<>();
        for (Remark remark : document.remarks()) {
            String id = remark.caseId();
            Versions versions = byCase.get(id);
            if (versions == null && !id.isEmpty()) {
                versions = versions(document, id);
                byCase.put(id, versions);
            }
            if (versions == null || !versions.isSettled(remark)) {
                open.add(remark);
            }
        }
        return document.withRemarks(open);
    }

    /**
     * Deletes the remark {@code id} of the document {@code documentId}, which somebody has looked at. Reading the document again makes
     * it again.
     *
     * @return false if there is no such remark, or the document is being read
     */
    boolean delete(String documentId, String id) throws IOException {
        synchronized (folders) {
            Optional<LibraryDocument> document =
                    folders.find(documentId).filter(found -> !found.reading().isOpen());
            List<Remark> remarks = document.map(LibraryDocument::remarks).orElse(List.of());
            List<Remark> others =
                    remarks.stream().filter(remark -> !remark.id().equals(id)).toList();
            if (document.isEmpty() || others.size() == remarks.size()) {
                return false;
            }
            folders.save(document.get().withRemarks(others));
            return true;
        }
    }

    private Versions versions(LibraryDocument document, String id) throws IOException {
        Lexicon lexicon = cases.lexicon();
        Optional<StoredCase> stored = cases.find(id);
        return new Versions(
                stored.isPresent(),
                stored.flatMap(found -> parsed(id, found.text(), lexicon)),
                folders.reading(document, id, false).flatMap(text -> parsed(id, text, lexicon)));
    }

    private static Optional<CaseStudy> parsed(String id, String text, Lexicon lexicon) {
        try {
            return Optional.of(CaseMarkdown.read(Path.of(id + ".md"), text, lexicon));
        } catch (CorpusFormatException invalid) {
            return Optional.empty();
        }
    }
}
