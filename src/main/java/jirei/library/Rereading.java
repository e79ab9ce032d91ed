package jirei.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.Theme;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.cases.CaseDrafts;
import jirei.library.cases.CaseStore;
import jirei.library.cases.StaleVersionException;
import jirei.library.cases.StoredCase;
import jirei.library.editing.CaseComparison;
import org.jspecify.annotations.Nullable;

/** Brings a new reading of a document together with the corrections that editors made since the last one. Thread-safe. */
public final class Rereading {
    private final DocumentFolders folders;
    private final CaseStore cases;
    private final CaseDrafts drafts;

    Rereading(DocumentFolders folders, CaseStore cases, CaseDrafts drafts) {
        this.folders = folders;
        this.cases = cases;
        this.drafts = drafts;
    }

    /**
     * A section, or another part such as the title, that differs between a case and a new reading of it. Immutable.
     *
     * @param id the id of the section or part
     * @param label what it is, in Japanese
     * @param current the text as it is; empty if the case does not have it
     * @param reading the text as it was read now; empty if the reading does not have it
     * @param corrected whether an editor changed it since the reading before
     */
    public record Difference(String id, String label, String current, String reading, boolean corrected) {}

    /**
     * Takes over what editors have not touched. A draft counts as a correction: it was typed over the case as it is.
     *
     * @return whether nothing is left to compare
     */
    boolean apply(LibraryDocument document, List<DocumentFolders.Reading> readings) throws IOException {
        boolean isComplete = true;
        Set<String> ids = new LinkedHashSet<>();
        Set<String> withDraft = withDraft();
        Lexicon lexicon = cases.lexicon();
        for (DocumentFolders.Reading reading : readings) {
            ids.add(reading.id());
            List<String> earlier = earlier(document, reading.id());
            List<String> replaceable = withDraft.contains(reading.id()) ? List.of() : earlier;
            if (!cases.putUntouched(document.id(), reading.id(), reading.text(), replaceable)
                    && !earlier.equals(List.of(reading.text()))) {
                Optional<StoredCase> current = cases.find(reading.id());
                isComplete &= current.isEmpty()
                        || differences(reading.id(), current.get().text(), reading.text(), "", lexicon)
                                .isEmpty();
            }
        }
        for (String id : cases.unpublishedOf(document.id())) {
            Optional<StoredCase> current = cases.find(id);
            if (!ids.contains(id) && current.isPresent() && !isTouched(document, current.get(), withDraft)) {
                cases.deleteUnpublished(id, document.by());
            }
        }
        return isComplete;
    }

    /**
     * Returns whether a case is published, or has a draft or corrections.
     *
     * @param withDraft the ids of the cases that have a draft
     */
    boolean isTouched(LibraryDocument document, StoredCase stored, Set<String> withDraft) throws IOException {
        return stored.isPublished()
                || withDraft.contains(stored.id())
                || !earlier(document, stored.id()).contains(stored.text());
    }

    /** Returns the ids of the cases that have a draft. */
    Set<String> withDraft() throws IOException {
        return drafts.cases();
    }

    /** Returns the text of a case as the last reading made it, and as one that waits for a decision did. */
    List<String> earlier(LibraryDocument document, String id) throws IOException {
        List<String> earlier = new ArrayList<>();
        folders.reading(document, id, false).ifPresent(earlier::add);
        folders.reading(document, id, true).ifPresent(earlier::add);
        return earlier;
    }

    /** Returns whether a new reading of {@code document} differs from its cases and waits for a decision. */
    public boolean hasDifferences(LibraryDocument document) throws IOException {
        return isWaiting(document) && !differences(document).isEmpty();
    }

    /** Returns whether a new reading of {@code document} waits for a decision. */
    public boolean isWaiting(LibraryDocument document) {
        return folders.hasReadingAgain(document);
    }

    /** Returns the differences by case id, in reading order; cases without a difference are left out. */
    public Map<String, List<Difference>> differences(LibraryDocument document) throws IOException {
        Map<String, List<Difference>> differences = new LinkedHashMap<>();
        Lexicon lexicon = cases.lexicon();
        for (String id : document.cases()) {
            Optional<String> text = folders.reading(document, id, true);
            Optional<StoredCase> current = cases.find(id);
            if (text.isPresent() && current.isPresent()) {
                String before = folders.reading(document, id, false).orElse("");
                List<Difference> ofCase = differences(id, current.get().text(), text.get(), before, lexicon);
                if (!ofCase.isEmpty()) {
                    differences.put(id, ofCase);
                }
            }
        }
        return differences;
    }

    /** @param before the text as the reading before made it; empty if it made none */
    private static List<Difference> differences(
            String id, String current, String reading, String before, Lexicon lexicon) {
        Optional<CaseStudy> mine = parse(id, current, lexicon);
        Optional<CaseStudy> read = parse(id, reading, lexicon);
        Optional<CaseStudy> base = before.isEmpty() ? Optional.empty() : parse(id, before, lexicon);
        List<Difference> differences = new ArrayList<>();
        if (mine.isPresent() && read.isPresent()) {
            for (CasePart part : CasePart.values()) {
                String own = part.text(mine.get());
                String other = part.text(read.get());
                if (!own.equals(other)) {
                    boolean isCorrected = !base.map(part::text).equals(Optional.of(own));
                    differences.add(new Difference(part.id(), part.label(), own, other, isCorrected));
                }
            }
        }
        addSections(differences, sections(mine), sections(read), sections(base));
        return differences;
    }

    private static void addSections(
            List<Difference> differences,
            Map<String, Section> own,
            Map<String, Section> others,
            Map<String, Section> base) {
        Set<String> ids = new LinkedHashSet<>(others.keySet());
        ids.addAll(own.keySet());
        for (String id : ids) {
            Section mine = own.get(id);
            Section read = others.get(id);
            if (!Objects.equals(mine, read)) {
                boolean hasFacts =
                        mine != null && read != null && !facts(mine, own).equals(facts(read, others));
                Section named = read == null ? mine : read;
                differences.add(new Difference(
                        id,
                        CaseComparison.labelOf(named == null ? "" : named.heading()),
                        text(mine, hasFacts ? own : null),
                        text(read, hasFacts ? others : null),
                        !Objects.equals(mine, base.get(id))));
            }
        }
    }

    /** @param all the sections of the case; null if the text says no facts */
    private static String text(@Nullable Section section, @Nullable Map<String, Section> all) {
        return section == null
                ? ""
                : (section.heading() + "\n" + (all == null ? "" : facts(section, all)) + section.text()).strip();
    }

    /** Returns what a section says beside heading and text, in lines; what it does not say has none. */
    private static String facts(Section section, Map<String, Section> all) {
        Section parent = all.get(section.parent());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("種別", section.kind().label());
        facts.put("上の節", parent == null ? "" : CaseComparison.labelOf(parent.heading()));
        facts.put("主体", section.actors().stream().map(Actor::name).collect(Collectors.joining("、")));
        facts.put("テーマ", section.themes().stream().map(Theme::title).collect(Collectors.joining("、")));
        section.facets().values().forEach((facet, values) -> facts.put(facet.label(), String.join("、", values)));
        facts.put("ページ", Objects.toString(section.pages(), ""));
        facts.put("機械読み取りの確からしさ", section.ocrConfidence() == null ? "" : section.ocrConfidence() + "％");
        return facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .map(fact -> fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining("", "", "\n"));
    }

    /** Returns the case in {@code text}; empty if it is invalid, and then has nothing to compare. */
    private static Optional<CaseStudy> parse(String id, String text, Lexicon lexicon) {
        try {
            return Optional.of(CaseMarkdown.read(Path.of(id + ".md"), text, lexicon));
        } catch (CorpusFormatException invalid) {
            return Optional.empty();
        }
    }

    private static Map<String, Section> sections(Optional<CaseStudy> caseStudy) {
        Map<String, Section> sections = new LinkedHashMap<>();
        caseStudy.ifPresent(one -> one.sections().forEach(section -> sections.put(section.id(), section)));
        return sections;
    }

    /** Decides on the differences of one case as it is now. */
    public void decide(LibraryDocument document, String caseId, Set<String> taken, String editor)
            throws IOException, CorpusFormatException, StaleVersionException {
        if (document.cases().contains(caseId)) {
            String version = cases.find(caseId).map(StoredCase::version).orElse("");
            decide(document, caseId, version, taken, editor);
        }
    }

    /**
     * Decides on the differences of one case and, if it was the last, ends the comparison. The heading, text and other fields of a
     * section are taken together.
     *
     * @param version the version of the case that was compared
     * @param taken the ids of the differences whose new reading is taken; of the others the case keeps its own
     * @throws CorpusFormatException if the case is invalid, or no section would be left
     * @throws StaleVersionException if the case has another version
     */
    public void decide(LibraryDocument document, String caseId, String version, Set<String> taken, String editor)
            throws IOException, CorpusFormatException, StaleVersionException {
        if (!document.cases().contains(caseId)) {
            return;
        }
        Optional<StoredCase> current = cases.find(caseId);
        if (current.isPresent() && !current.get().version().equals(version)) {
            throw new StaleVersionException(current.get());
        }
        Optional<String> reading = folders.reading(document, caseId, true);
        if (current.isPresent() && reading.isPresent() && !taken.isEmpty()) {
            CaseStudy mine = cases.parse(current.get());
            Optional<CaseStudy> read = parse(caseId, reading.get(), cases.lexicon());
            Set<String> takenSections = new LinkedHashSet<>();
            for (String id : taken) {
                Optional<CasePart> part = CasePart.named(id).filter(named -> read.isPresent());
                if (part.isPresent()) {
                    mine = part.get().taken(mine, read.get());
                } else {
                    takenSections.add(id);
                }
            }
            List<Section> merged = takenSections.isEmpty()
                    ? mine.sections()
                    : merged(current.get(), mine.sections(), sections(read), takenSections);
            cases.save(mine.withSections(merged), version, editor);
        }
        folders.acceptReading(document, caseId);
        if (differences(document).isEmpty()) {
            finish(document);
        }
    }

    /** Ends the comparison: the new reading is the last one. */
    public void finish(LibraryDocument document) throws IOException {
        if (folders.hasReadingAgain(document)) {
            folders.acceptReadings(document);
        }
    }

    private static List<Section> merged(
            StoredCase current, List<Section> mine, Map<String, Section> read, Set<String> taken)
            throws CorpusFormatException {
        SequencedMap<String, Section> merged = new LinkedHashMap<>();
        String before = "";
        mine.forEach(section -> merged.put(section.id(), section));
        for (Section section : read.values()) {
            if (taken.contains(section.id())) {
                insert(merged, section, before);
            }
            before = merged.containsKey(section.id()) ? section.id() : before;
        }
        taken.stream().filter(id -> !read.containsKey(id)).forEach(merged::remove);
        if (merged.isEmpty()) {
            throw new CorpusFormatException(
                    List.of(new CorpusDiagnostic(current.file(), 1, "節が一つも残りません。自分の直しか新しい読みのどちらかの節を残してください")));
        }
        return withParents(merged);
    }

    /** Lets sections whose parent is not there belong to the main section before them. */
    private static List<Section> withParents(Map<String, Section> sections) {
        List<Section> whole = new ArrayList<>();
        String main = "";
        for (Section section : sections.values()) {
            boolean isKept = section.parent().isEmpty() || sections.containsKey(section.parent());
            Section one = isKept ? section : section.withParent(main);
            whole.add(one);
            main = one.parent().isEmpty() ? one.id() : main;
        }
        return whole;
    }

    /** Replaces the section with the same id, or inserts it behind the section {@code before}; at the start if that is empty. */
    private static void insert(SequencedMap<String, Section> sections, Section section, String before) {
        if (sections.containsKey(section.id())) {
            sections.put(section.id(), section);
            return;
        }
        if (before.isEmpty()) {
            sections.putFirst(section.id(), section);
            return;
        }
        Map<String, Section> after = new LinkedHashMap<>();
        sections.forEach((id, other) -> {
            after.put(id, other);
            if (id.equals(before)) {
                after.put(section.id(), section);
            }
        });
        sections.clear();
        sections.putAll(after);
    }
}
