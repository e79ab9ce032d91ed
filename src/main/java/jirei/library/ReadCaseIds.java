package jirei.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.ReadDocument;
import jirei.intake.layout.CaseIds;
import jirei.library.cases.CaseStore;
import jirei.library.cases.ImportedCaseFile;
import jirei.library.cases.StoredCase;

/**
 * Gives the cases of a reading their ids. A case that an earlier reading made keeps its id also at another place; the id of one that
 * somebody works on, or that is published, never goes to another case. Stateless.
 */
final class ReadCaseIds {
    private static final int MAX_ID_LENGTH = 100;

    private final CaseStore cases;
    private final Rereading rereading;

    ReadCaseIds(CaseStore cases, Rereading rereading) {
        this.cases = cases;
        this.rereading = rereading;
    }

    /** Returns the cases of {@code read} with their ids, in its order. */
    List<DocumentFolders.Reading> of(LibraryDocument document, ReadDocument read) throws IOException {
        List<String> natural = new ArrayList<>();
        for (ReadDocument.ReadCase one : read.cases()) {
            natural.add(natural(one.id(), document));
        }
        Map<Integer, String> ids = new LinkedHashMap<>();
        if (!read.hasOwnIds()) {
            ids.putAll(pairs(document, read));
            nameOthers(ids, natural, kept(document));
        }
        var origin = new ImportedCaseFile.Origin(document.sha256(), document.name());
        List<DocumentFolders.Reading> readings = new ArrayList<>();
        for (int at = 0; at < natural.size(); at++) {
            String id = ids.getOrDefault(at, natural.get(at));
            String text = read.cases().get(at).withId(id).markdown();
            readings.add(new DocumentFolders.Reading(id, ImportedCaseFile.withComment(text, origin)));
        }
        return readings;
    }

    /** Returns the id of a case by its place, unless a case of another document has it. */
    private String natural(String id, LibraryDocument document) throws IOException {
        Optional<StoredCase> existing = cases.find(id);
        boolean isOfOther = existing.isPresent()
                && !existing.get().sourceHash().equals(Optional.of(document.sha256()))
                && !document.cases().contains(id);
        String suffix = "-" + CaseIds.hash(document.id());
        return isOfOther ? id.substring(0, Math.min(id.length(), MAX_ID_LENGTH - suffix.length())) + suffix : id;
    }

    private Map<Integer, String> pairs(LibraryDocument document, ReadDocument read) throws IOException {
        Lexicon lexicon = cases.lexicon();
        Map<String, List<CasePairs.Content>> known = new LinkedHashMap<>();
        for (String id : knownIds(document)) {
            Set<String> texts = new LinkedHashSet<>(rereading.earlier(document, id));
            cases.find(id).map(StoredCase::text).ifPresent(texts::add);
            known.put(id, contents(texts, lexicon));
        }
        List<CasePairs.Content> contents = new ArrayList<>();
        for (ReadDocument.ReadCase one : read.cases()) {
            contents.addAll(contents(Set.of(one.markdown()), lexicon));
        }
        return contents.size() == read.cases().size() ? CasePairs.of(known, contents) : Map.of();
    }

    private Set<String> knownIds(LibraryDocument document) throws IOException {
        Set<String> ids = new LinkedHashSet<>(document.allCases());
        ids.addAll(cases.unpublishedOf(document.id()));
        return ids;
    }

    private static List<CasePairs.Content> contents(Set<String> texts, Lexicon lexicon) {
        List<CasePairs.Content> contents = new ArrayList<>();
        for (String text : texts) {
            try {
                contents.add(CasePairs.Content.of(CaseMarkdown.read(Path.of("case.md"), text, lexicon)));
            } catch (CorpusFormatException invalid) {
                // has no content that could be compared
            }
        }
        return contents;
    }

    /** Returns the ids that a case has which a reading does not replace. */
    private Set<String> kept(LibraryDocument document) throws IOException {
        Set<String> withDraft = rereading.withDraft();
        Set<String> kept = new HashSet<>(withDraft);
        for (StoredCase stored : cases.findAll(knownIds(document))) {
            if (rereading.isTouched(document, stored, withDraft)) {
                kept.add(stored.id());
            }
        }
        return kept;
    }

    /** Gives cases that are new the ids of their places, or of places that became free, or else ids behind the last. */
    private static void nameOthers(Map<Integer, String> ids, List<String> natural, Set<String> kept) {
        Set<String> taken = new HashSet<>(kept);
        taken.addAll(ids.values());
        List<Integer> others = new ArrayList<>();
        for (int at = 0; at < natural.size(); at++) {
            if (!ids.containsKey(at) && taken.add(natural.get(at))) {
                ids.put(at, natural.get(at));
            } else if (!ids.containsKey(at)) {
                others.add(at);
            }
        }
        for (int at : others) {
            String id = natural.stream().filter(taken::add).findFirst().orElse("");
            for (int number = 2; id.isEmpty(); number++) {
                String next = natural.get(at) + "-" + number;
                id = taken.add(next) ? next : "";
            }
            ids.put(at, id);
        }
    }
}
