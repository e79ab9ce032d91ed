package jirei.library;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.corpus.text.Sha256;
import jirei.intake.layout.ImportWarning;

/**
 * A document of the library. Immutable.
 *
 * @param id the first 16 hexadecimal digits of {@code sha256}
 * @param name the file name, for people
 * @param sha256 the SHA-256 of its bytes, in hexadecimal
 * @param bytes the size
 * @param added when it was put in, as in ISO 8601
 * @param by the name of the editor who put it in
 * @param reading the state of its reading
 * @param problem why it cannot be read, a sentence in Japanese; empty unless it is {@link Reading#UNREADABLE}
 * @param unit the unit of the remarks' positions: 行, ページ, スライド or 段落
 * @param split where its cases start, as {@code import --split} takes it
 * @param cases the ids of its cases in reading order
 * @param remarks unassigned text and uncertain decisions
 */
public record LibraryDocument(
        String id,
        String name,
        String sha256,
        long bytes,
        String added,
        String by,
        Reading reading,
        String problem,
        String unit,
        String split,
        List<String> cases,
        List<Remark> remarks) {
    /** The length of {@link #id}. */
    public static final int ID_LENGTH = 16;

    /** The state of the reading of a document. Immutable. */
    public enum Reading {
        /** It waits to be read. */
        QUEUED("待ち"),
        /** It is being read. */
        READING("読み取り中"),
        /** Its cases are there. */
        READ("読み取り済み"),
        /** It cannot be read. */
        UNREADABLE("読み取れない"),
        /** An editor stopped the reading. */
        STOPPED("中止");

        private final String label;

        Reading(String label) {
            this.label = label;
        }

        /** Returns the state in Japanese. */
        public String label() {
            return label;
        }

        /** Returns whether the document is or will be read. */
        public boolean isOpen() {
            return this == QUEUED || this == READING;
        }
    }

    /**
     * A remark on positions of the document. Immutable.
     *
     * @param first the first position, from 1
     * @param last the last position
     * @param caseId the id of the case; empty for none
     * @param sectionId the id of the section; empty for none
     * @param field the field of the case that is to be filled in or corrected, as in {@link ImportWarning}; empty for none
     * @param message a sentence in Japanese
     */
    public record Remark(int first, int last, String caseId, String sectionId, String field, String message) {
        /** The name of an option of the command line, or of a field of the case file, behind that for people. */
        private static final Pattern OPTION = Pattern.compile("（(?:--)?[a-z.]+）");

        /**
         * Leaves out the names that only the command line and case files have, and reads a remark of an older version, which has no
         * field, too.
         */
        public Remark {
            field = Objects.requireNonNullElse(field, ImportWarning.NO_FIELD);
            message = OPTION.matcher(message).replaceAll("");
        }

        /** Returns a name among the remarks of a document, 16 hexadecimal digits: equal remarks have the same. */
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public String id() {
            return Sha256.of(toString()).substring(0, 16);
        }
    }

    /** Copies the lists. */
    public LibraryDocument {
        cases = List.copyOf(cases);
        remarks = List.copyOf(remarks);
    }

    /** Returns whether it has pages that can be shown as images. */
    public boolean hasPageImages() {
        return unit.equals("ページ") && name.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf");
    }

    /** Returns the ids of its cases, those of earlier readings that remarks name last. */
    List<String> allCases() {
        return Stream.concat(cases.stream(), remarks.stream().map(Remark::caseId))
                .filter(caseId -> !caseId.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns this document with other remarks. */
    LibraryDocument withRemarks(List<Remark> newRemarks) {
        return new LibraryDocument(
                id, name, sha256, bytes, added, by, reading, problem, unit, split, cases, newRemarks);
    }

    /** Returns this document before it is read, with a separation of its cases. */
    LibraryDocument queued(String newSplit) {
        return new LibraryDocument(
                id, name, sha256, bytes, added, by, Reading.QUEUED, "", unit, newSplit, cases, remarks);
    }

    /** Returns this document in another state. */
    LibraryDocument with(Reading state, String newProblem) {
        return new LibraryDocument(id, name, sha256, bytes, added, by, state, newProblem, unit, split, cases, remarks);
    }

    /** Returns this document after it was read. */
    LibraryDocument read(String newUnit, List<String> newCases, List<Remark> newRemarks) {
        return new LibraryDocument(
                id, name, sha256, bytes, added, by, Reading.READ, "", newUnit, split, newCases, newRemarks);
    }
}
