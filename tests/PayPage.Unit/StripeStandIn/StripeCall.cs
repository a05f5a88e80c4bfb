using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace PayPage.Unit.StripeStandIn;

/// <summary>One call's parameters, from the query or from a form. What the stand-in was not told of is refused by name, as Stripe does.</summary>
public sealed class StripeCall
{
    private readonly Dictionary<string, string> _given;

    private StripeCall(Dictionary<string, string> given) => _given = given;

    /// <summary>For the idempotency store: the same order in another order of names is the same.</summary>
    public string Fingerprint => string.Join('&', _given.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{WebUtility.UrlEncode(p.Key)}={WebUtility.UrlEncode(p.Value)}"));

    public static async Task<StripeCall> ReadAsync(HttpContext http)
    {
        if (http.Request.Method != "POST")
        {
            return new StripeCall(http.Request.Query.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal));
        }

        if (http.Request.Query.Count > 0)
        {
            throw StripeRefusedException.Invalid("parameter_unknown", "Parameters of a POST belong into its body.");
        }

        if (http.Request.ContentLength is 0 or null && http.Request.ContentType is null)
        {
            return new StripeCall([]);
        }

        if (!http.Request.HasFormContentType || http.Request.ContentType!.StartsWith("multipart", StringComparison.Ordinal))
        {
            throw StripeRefusedException.Invalid(null, $"Invalid request: wants application/x-www-form-urlencoded, got {http.Request.ContentType}.");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return new StripeCall(form.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal));
    }

    /// <param name="names">Exact, or ending in <c>[*]</c>: any one key or index there.</param>
    public void AllowOnly(params string[] names)
    {
        foreach (var name in _given.Keys)
        {
            if (!names.Any(allowed => Fits(name, allowed)))
            {
                throw StripeRefusedException.Invalid("parameter_unknown", $"Received unknown parameter: {name}", name);
            }
        }
    }

    public string? Text(string name, int longest = 5000) => !_given.TryGetValue(name, out var value) ? null
        : value.Length == 0 ? throw StripeRefusedException.Invalid("parameter_invalid_empty", $"You passed an empty string for '{name}'.", name)
        : value.Length > longest ? throw StripeRefusedException.Invalid(null, $"Invalid string: {name} has more than {longest} characters.", name)
        : value;

    public string Required(string name, int longest = 5000) =>
        Text(name, longest) ?? throw StripeRefusedException.Invalid("parameter_missing", $"Missing required param: {name}.", name);

    public string? OneOf(string name, params string[] values) => Text(name) is not { } value ? null
        : values.Contains(value, StringComparer.Ordinal) ? value
        : throw StripeRefusedException.Invalid(null, $"Invalid {name}: must be one of {string.Join(", ", values)}.", name);

    public long? Whole(string name) => Text(name) is not { } value ? null
        : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw StripeRefusedException.Invalid("parameter_invalid_integer", $"Invalid integer: {value}", name);

    public Dictionary<string, string> Map(string name)
    {
        var map = _given.Where(p => p.Key.StartsWith(name + "[", StringComparison.Ordinal))
            .ToDictionary(p => p.Key[(name.Length + 1)..^1], p => p.Value, StringComparer.Ordinal);

        return map.Count > 50 || map.Any(p => p.Key.Length > 40 || p.Value.Length > 500)
            ? throw StripeRefusedException.Invalid(null, "Metadata: at most 50 keys of 40 characters with values of 500.", name)
            : map;
    }

    /// <summary>Of <c>name[]</c> or <c>name[0]</c>.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. _given.Where(p => p.Key.StartsWith(name + "[", StringComparison.Ordinal)).SelectMany(p => p.Key.EndsWith("[]", StringComparison.Ordinal) ? p.Value.Split(',') : [p.Value])];

    public bool Expands(string what) => List("expand").Any(e => e == what || e.StartsWith(what + ".", StringComparison.Ordinal));

    private static bool Fits(string name, string allowed) => allowed.EndsWith("[*]", StringComparison.Ordinal)
        ? name.StartsWith(allowed[..^2], StringComparison.Ordinal) && name.EndsWith(']') && !name[(allowed.Length - 2)..^1].Contains('[', StringComparison.Ordinal)
        : name == allowed;
}
