package jirei.lucene.index;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Invented cases as lines of JSON, and queries that find them. */
public final class Villages {
    private static final List<String> WORDS = List.of(
            "看取り", "医師会", "灯台", "渡し船", "当番", "訪問看護", "薬局", "寄合", "山道", "研修", "電話", "記録", "退院", "口腔ケア", "ケアマネジャー");

    static final List<String> QUERIES =
            List.of("看取り", "医師会 当番", "灯台 OR 渡し船", "訪問看護 -薬局", "\"退院の記録\"", "ケアマネ", "みとり", "寄合", "山道 電話", "");

    private Villages() {}

    /** Returns a case {@code id} with random sections. */
    static String json(String id, Random random) {
        return "{\"id\":\"" + id + "\",\"title\":\"" + words(random, 2) + "\",\"year\":" + (2015 + random.nextInt(4))
                + ",\"sections\":[" + sections(random) + "]}";
    }

    /** Returns a case {@code id} with one section of {@code text}. */
    public static String json(String id, String text) {
        return "{\"id\":\"" + id + "\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\",\"text\":\""
                + text + "\"}]}";
    }

    private static String sections(Random random) {
        return random.ints(1 + random.nextInt(4))
                .mapToObj(number ->
                        "{\"id\":\"s" + Integer.toUnsignedString(number) + "\",\"kind\":\"subsection\",\"heading\":\""
                                + words(random, 1) + "\",\"text\":\"" + words(random, 6) + "。\"}")
                .collect(Collectors.joining(","));
    }

    private static String words(Random random, int limit) {
        return random.ints(1 + random.nextInt(limit), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining("の"));
    }
}
