package tickertape.web.contract;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/// Writes YAML 1.2 that parsers of YAML 1.1 read alike: they would take an unquoted time for a date, and `no` for
/// false.
final class Yaml extends StandardRepresenter {

    private static final String SAFE = "(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z/$][A-Za-z0-9 /$._-]*";

    private Yaml(DumpSettings settings) {
        super(settings);
        representers.put(String.class, this::string);
    }

    static String text(Map<String, Object> document) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(120)
                .build();
        return new Dump(settings, new Yaml(settings)).dumpToString(document);
    }

    private Node string(Object text) {
        return representScalar(
                Tag.STR,
                text.toString(),
                text.toString().contains("\n")
                        ? ScalarStyle.LITERAL
                        : text.toString().matches(SAFE) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }
}
