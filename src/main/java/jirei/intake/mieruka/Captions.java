package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.source.JapaneseText;

/** The captions of a body while they are read: which one goes on. */
final class Captions {
    private final List<Caption> captions = new ArrayList<>();
    /** How many of the last captions stand together, with no text between them. */
    private int together;

    void start(LineGroup group, boolean followsCaption) {
        captions.add(new Caption(group));
        together = followsCaption ? together + 1 : 1;
    }

    void addItems(LineGroup group) {
        captions.getLast().continueWithItems(group);
    }

    /**
     * Whether {@code group}, which follows a caption, can be more of it.
     *
     * @param isText whether it is set as wide as the text and reads like it
     */
    static boolean canGoOn(LineGroup group, boolean isText) {
        String text = group.text();
        boolean isAddition = Caption.isBracketed(text) || text.contains("://") || JapaneseText.beginsItem(text);
        // captions end with their page
        return isAddition || (!isText && !group.first().opensPage());
    }

    /**
     * Goes on with the caption that lacks its last sentence, or else with the last one: captions leave out the full stop
     * behind their last word, so one that has it is not at its end.
     */
    void goOn(LineGroup group) {
        List<Caption> candidates = captions.subList(captions.size() - together, captions.size());
        candidates.stream()
                .filter(Caption::endsWithStop)
                .findFirst()
                .orElseGet(captions::getLast)
                .continueWith(group);
    }

    List<Caption> captions() {
        return captions;
    }
}
