using System.Globalization;

namespace PayPage.Processors.Stripe;

/// <summary>Parameters of one call, as Stripe wants them: a flat form whose names nest in brackets.</summary>
internal sealed class StripeForm
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <param name="value">Null: not sent.</param>
    public StripeForm Add(string name, string? value)
    {
        if (value is not null)
        {
            _fields.Add(KeyValuePair.Create(name, value));
        }

        return this;
    }

    public StripeForm Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>As Stripe's clock has it: whole seconds since 1970.</summary>
    public StripeForm Add(string name, DateTimeOffset? value) => Add(name, value?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public StripeForm Add(string name, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (key, value) in values)
        {
            Add($"{name}[{key}]", value);
        }

        return this;
    }

    public StripeForm Add(string name, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Add($"{name}[{i}]", values[i]);
        }

        return this;
    }

    public string AsQuery() => string.Join('&', _fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
