package jirei.query;

/**
 * A token of a query text. Immutable.
 *
 * @param kind kind
 * @param text word, content of a phrase, or field name, as typed
 * @param start start of {@code text} in the query, in UTF-16 code units
 * @param end end of {@code text} in the query
 * @param spelled whether an operator is spelled as a word, such as または, so that it may be an ordinary word
 */
record QueryToken(Kind kind, String text, int start, int end, boolean spelled) {
    /** Kind of a token. */
    enum Kind {
        WORD,
        /** The beginning of a word: 看護*. */
        PREFIX,
        PHRASE,
        /** A sign that is searched for only if the query has nothing else. */
        SIGN,
        /** A field name before its colon. */
        FIELD,
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT
    }

    /** Whether this token is searched for. */
    boolean isOperand() {
        return kind == Kind.WORD || kind == Kind.PREFIX || kind == Kind.PHRASE;
    }

    /** Whether an operand may end with this token. */
    boolean endsOperand() {
        return isOperand() || kind == Kind.CLOSE;
    }

    /** Whether an operand may start with this token. */
    boolean startsOperand() {
        return isOperand() || kind == Kind.OPEN || kind == Kind.FIELD || (kind == Kind.NOT && !spelled);
    }

    /** Returns this token as another kind. */
    QueryToken as(Kind other) {
        return new QueryToken(other, text, start, end, spelled);
    }
}
