package jirei.analysis;

import java.util.List;

/**
 * Which parts of speech of the dictionary can be topics and parts of compounds? A user dictionary may name its own, so
 * that any other tag of a noun is a noun. Stateless.
 */
final class NounTags {
    private static final List<String> NEVER = List.of("名詞-数", "名詞-代名詞", "名詞-非自立", "名詞-特殊", "名詞-接続詞的");
    /** Nouns that say when or how rather than what. */
    private static final List<String> WHEN_OR_HOW = List.of("名詞-副詞可能", "名詞-形容動詞語幹", "名詞-ナイ形容詞語幹", "名詞-動詞非自立的");

    private static final String SUFFIX = "名詞-接尾";
    private static final String PREFIX = "接頭詞-名詞接続";
    /** The suffixes that make a noun of its own, such as 会 and 者, not さん, 的 or 内. */
    private static final List<String> NOUN_SUFFIXES = List.of("名詞-接尾-一般", "名詞-接尾-サ変接続", "名詞-接尾-地域");

    private NounTags() {}

    static boolean isTopic(String tag) {
        return isIndependent(tag) && !startsWithAny(tag, WHEN_OR_HOW);
    }

    static boolean isCompoundPart(String tag) {
        return isIndependent(tag) || tag.startsWith(SUFFIX) || tag.startsWith(PREFIX);
    }

    static boolean startsCompound(String tag) {
        return isCompoundPart(tag) && !tag.startsWith(SUFFIX);
    }

    static boolean endsCompound(String tag) {
        return isIndependent(tag) || startsWithAny(tag, NOUN_SUFFIXES);
    }

    private static boolean isIndependent(String tag) {
        return tag.contains("名詞") && !tag.startsWith(SUFFIX) && !tag.startsWith(PREFIX) && !startsWithAny(tag, NEVER);
    }

    private static boolean startsWithAny(String tag, List<String> starts) {
        return starts.stream().anyMatch(tag::startsWith);
    }
}
