package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.source.JapaneseText;

/** The captions of a body during parsing; selects the one that a group continues. Not thread-safe. */
final class Captions {
    private final List<Caption> captions = new ArrayList<>();
    /** Number of captions at the end of the list without other text between them. */
    private int adjacent;

    void start(LineGroup group, boolean followsCaption) {
        captions.add(new Caption(group));
        adjacent = followsCaption ? adjacent + 1 : 1;
    }

    void addItems(LineGroup group) {
        captions.getLast().addItems(group);
    }

    /**
     * Returns whether {@code group}, which follows a caption, may continue it.
     *
     * @param isText whether the group has the width of body text and is prose
     */
    static boolean canContinue(LineGroup group, boolean isText) {
        String text = group.text();
        boolean isAddition = Caption.isBracketed(text) || text.contains("://") || JapaneseText.startsItem(text);
        // a caption does not continue on the next page
        return isAddition || (!isText && !group.first().startsPage());
    }

    /**
     * Adds {@code group} to the first adjacent caption that is incomplete, or else to the last one. Complete captions
     * have no full stop after the last word, so one that ends with a full stop is incomplete.
     */
    void append(LineGroup group) {
        List<Caption> candidates = captions.subList(captions.size() - adjacent, captions.size());
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
