namespace PayPage.Domain.Customers;

public readonly record struct CustomerId(Guid Value)
{
    private const string Prefix = "cus_";

    public static CustomerId New(IdSource ids) => new(ids.Next());

    /// <param name="text">As <see cref="ToString"/> writes it; anything else is refused.</param>
    public static bool TryParse(string? text, out CustomerId id)
    {
        id = default;

        if (text?.StartsWith(Prefix, StringComparison.Ordinal) != true || !Guid.TryParseExact(text.AsSpan(Prefix.Length), "N", out var value))
        {
            return false;
        }

        id = new CustomerId(value);
        return true;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
