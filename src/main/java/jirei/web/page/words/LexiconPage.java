package jirei.web.page.words;

import java.util.List;
import java.util.stream.Stream;
import jirei.library.words.LexiconChange;
import jirei.library.words.LexiconEntry;
import jirei.library.words.LexiconFile;
import jirei.library.words.StoredLexicon;
import jirei.web.page.Frame;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;

/**
 * A file of the lexicon as a table. Immutable.
 *
 * @param frame the frame of the page
 * @param stored the file
 * @param form the form of an entry
 * @param find what the shown entries contain; empty for all
 * @param entries the entries of this page
 * @param total the number of entries that contain it
 * @param page the page, from 1
 * @param pages the number of pages, from 1
 * @param message what was just done; empty for nothing
 */
public record LexiconPage(
        Frame frame,
        StoredLexicon stored,
        Form form,
        String find,
        List<LexiconEntry> entries,
        int total,
        int page,
        int pages,
        String message) {
    private static final int PAGE_SIZE = 100;

    public LexiconPage {
        entries = List.copyOf(entries);
    }

    /**
     * The form of an entry. Immutable.
     *
     * @param entry what is typed; in line 0 if it is new
     * @param original the line that it changes; empty for a new one
     * @param faults what is wrong with it
     * @param isStale whether somebody else changed the file meanwhile
     * @param others what they changed; empty if it is not known
     */
    public record Form(
            LexiconEntry entry, String original, List<String> faults, boolean isStale, List<LexiconChange> others) {
        public Form {
            faults = List.copyOf(faults);
            others = List.copyOf(others);
        }

        /** Returns the form of {@code entry} of {@code stored}. */
        public static Form of(StoredLexicon stored, LexiconEntry entry) {
            return new Form(entry, stored.table().line(entry.line()), List.of(), false, List.of());
        }

        /** Returns this form with faults. */
        public Form withFaults(List<String> found) {
            return new Form(entry, original, found, isStale, others);
        }

        /** Returns this form after somebody else changed the file. */
        public Form afterOthers(List<LexiconChange> changes) {
            return new Form(entry, original, faults, true, changes);
        }

        /** Whether it changes an entry that is there. */
        public boolean isChange() {
            return entry.line() > 0;
        }

        /** Whether somebody has something to do in it. */
        public boolean isOpen() {
            return isChange()
                    || isStale
                    || !faults.isEmpty()
                    || Stream.concat(entry.values().stream(), Stream.of(entry.note()))
                            .anyMatch(value -> !value.isEmpty());
        }
    }

    /** Returns the page {@code number} of {@code found}; the nearest one if there is no such page. */
    public static LexiconPage of(
            StoredLexicon stored,
            Form form,
            String find,
            List<LexiconEntry> found,
            int number,
            String message,
            Frame.AssetUrls assets) {
        int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.clamp(number, 1, pages);
        return new LexiconPage(
                new Frame(stored.file().label() + "（用語の辞書）", SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                stored,
                form,
                find,
                found.subList((page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, found.size())),
                found.size(),
                page,
                pages,
                message);
    }

    /** The files. */
    public List<LexiconFile> files() {
        return List.of(LexiconFile.values());
    }

    /** The file that is shown. */
    public LexiconFile file() {
        return stored.file();
    }

    /** The URL of the page {@code number} of the same entries. */
    public String pageUrl(int number) {
        return url(new QueryString(List.of()).with("page", Integer.toString(number)));
    }

    /** The URL of the form of {@code entry}. */
    public String editUrl(LexiconEntry entry) {
        return url(new QueryString(List.of()).with("edit", Integer.toString(entry.line()))) + "#_form";
    }

    private String url(QueryString parameters) {
        QueryString all = find.isEmpty() ? parameters : parameters.with("find", find);
        return "/library/lexicon/" + file().id() + all;
    }
}
