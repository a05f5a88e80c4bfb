namespace PayPage.Domain.Customers;

public readonly record struct CustomerId(Guid Value)
{
    private const string Prefix = "cus_";

    public static CustomerId New(IdSource ids) => new(ids.Next());

    /// <summary>For walking through a list: an order, and no more than that. Databases have their own.</summary>
    public static bool operator <(CustomerId left, CustomerId right) => left.Value < right.Value;

    public static bool operator >(CustomerId left, CustomerId right) => left.Value > right.Value;

    /// <param name="text"><c>cus_</c> and 32 hexadecimal digits; nothing else.</param>
    public static bool TryParse(string? text, out CustomerId id)
    {
        var isOne = Guid.TryParseExact(text?.StartsWith(Prefix, StringComparison.Ordinal) == true ? text[Prefix.Length..] : "", "N", out var value);
        id = new CustomerId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
