package tickertape.wire;

import java.util.List;

/// The event `gap`: of these topics messages may be lost before the next one.
public record Gap(List<String> topics) {}
