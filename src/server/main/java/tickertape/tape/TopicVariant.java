package tickertape.tape;

import tickertape.wire.TopicChoice;

/// Which form of a topic this is, where there are several and a request chooses by a parameter.
///
/// @param choice the same for all forms
/// @param value what the parameter says for this form
record TopicVariant(TopicChoice choice, String value) {

    TopicVariant {
        if (!choice.values().contains(value)) {
            throw new IllegalArgumentException("'%s' is none of %s".formatted(value, choice.values()));
        }
    }

    boolean isStandard() {
        return value.equals(choice.standard());
    }

    // Topics are looked up by their hash at each read.
    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
