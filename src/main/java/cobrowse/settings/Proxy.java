package cobrowse.settings;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The HTTP proxy that https requests go through, by CONNECT.
 *
 * @param url {@code http://[user[:password]@]host[:port]}
 * @param exceptions hosts that are asked directly, as {@code NO_PROXY} has them: {@code *}, a name, which stands for those
 *     below it, too, with or without a dot or {@code *.} in front, an address or a subnet, each but the last with a port or
 *     without
 */
public record Proxy(URI url, List<String> exceptions) {
    /** @throws IllegalArgumentException for what is no URL at all */
    static Optional<Proxy> parse(String text, String exceptions) {
        var url = URI.create(text.contains("://") ? text : "http://" + text);
        var rules = exceptions.toLowerCase(Locale.ROOT).split("[,\\s]+");
        return "http".equals(url.getScheme()) && url.getHost() != null && url.getPort() <= 65_535
                ? Optional.of(new Proxy(
                        url,
                        Arrays.stream(rules).filter(rule -> !rule.isEmpty()).toList()))
                : Optional.empty();
    }

    public boolean isFor(URI target) {
        var host = target.getHost().toLowerCase(Locale.ROOT);
        var port = target.getPort() < 0 ? 443 : target.getPort();
        return "https".equals(target.getScheme()) && exceptions.stream().noneMatch(rule -> covers(rule, host, port));
    }

    private static boolean covers(String rule, String host, int port) {
        var address = NetUtil.createInetAddressFromIpAddressString(host);
        if (NetUtil.createInetAddressFromIpAddressString(rule) != null) {
            return NetUtil.createInetAddressFromIpAddressString(rule).equals(address);
        }
        if (rule.matches("[0-9a-f.:]+/[0-9]{1,3}")) {
            return address != null && isIn(rule.split("/"), new InetSocketAddress(address, port));
        }
        var colon = rule.lastIndexOf(':');
        if (colon > 0) {
            return rule.substring(colon + 1).equals(String.valueOf(port))
                    && covers(rule.substring(0, colon), host, port);
        }
        var name = rule.replaceFirst("^\\*?\\.", "");
        return rule.equals("*") || host.equals(name) || host.endsWith("." + name);
    }

    private static boolean isIn(String[] subnet, InetSocketAddress address) {
        try {
            return new IpSubnetFilterRule(subnet[0], Integer.parseInt(subnet[1]), IpFilterRuleType.ACCEPT)
                    .matches(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
