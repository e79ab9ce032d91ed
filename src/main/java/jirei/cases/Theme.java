package jirei.cases;

import java.util.Optional;

/**
 * The eight items (ア–ク) of the national programme for cooperation between home medical care and long-term care.
 * Immutable.
 */
public enum Theme {
    RESOURCES("ア", "資源の把握"),
    ISSUES("イ", "課題の抽出と対応策の検討"),
    CONTINUITY("ウ", "切れ目のない提供体制の構築"),
    INFORMATION_SHARING("エ", "情報共有の支援"),
    CONSULTATION("オ", "相談支援"),
    TRAINING("カ", "関係者の研修"),
    PUBLIC_AWARENESS("キ", "住民への普及啓発"),
    MUNICIPAL_COOPERATION("ク", "市区町村の連携");

    private final String letter;
    private final String title;

    Theme(String letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    /** Returns the letter of the item, ア to ク, which is its name in files, URLs and JSON. */
    public String letter() {
        return letter;
    }

    /** Returns the title of the item, e.g. 資源の把握. */
    public String title() {
        return title;
    }

    /** Returns letter and title, e.g. ア 資源の把握. */
    public String label() {
        return letter + " " + title;
    }

    /** Returns the theme whose letter, title or label is {@code name}; empty for any other text. */
    public static Optional<Theme> named(String name) {
        for (Theme theme : values()) {
            if (theme.letter.equals(name)
                    || theme.title.equals(name)
                    || theme.label().equals(name)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }
}
