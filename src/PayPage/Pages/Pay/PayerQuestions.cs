using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Wording;

namespace PayPage.Pages.Pay;

/// <summary>What a merchant wants to know of the payer besides the money: whom to ring, and where to send it. What is not asked is not read.</summary>
/// <param name="errors">What is wrong, by the id of its field.</param>
internal sealed class PayerQuestions(Words words, Dictionary<string, string> errors)
{
    /// <summary>Behind a mark that keeps the plus sign in front, also where one reads from the right.</summary>
    public const string PhoneExample = "\u200E+31612345678";

    public const string Phone = "Phone";
    public const string Name = "ShipName";
    public const string Line1 = "ShipLine1";
    public const string Line2 = "ShipLine2";
    public const string City = "ShipCity";
    public const string Region = "ShipRegion";
    public const string PostalCode = "ShipPostalCode";
    public const string Country = "ShipCountry";

    /// <returns>E.164; null where it is not asked, or something is wrong with it.</returns>
    public string? PhoneOf(Invoice invoice, PayInput typed)
    {
        if (!invoice.AsksPhone)
        {
            return null;
        }

        if (PhoneNumber.TryParse(Plain(typed.Phone), out var number))
        {
            return number;
        }

        errors[Phone] = words.Say("Fault.Phone", ("example", PhoneExample));
        return null;
    }

    /// <summary>Without what nobody sees: numbers are copied with marks of direction around them.</summary>
    public static string? Plain(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : FreeText.Clean(typed);

    /// <returns>Null where it is not asked, or something is wrong with it.</returns>
    public ShippingAddress? AddressOf(Invoice invoice, ShippingInput typed)
    {
        if (!invoice.AsksShipping)
        {
            return null;
        }

        var name = Needed(Name, typed.Name, ShippingAddress.NameLength, "Fault.ShipName");
        var line1 = Needed(Line1, typed.Line1, ShippingAddress.LineLength, "Fault.ShipStreet");
        var line2 = Given(Line2, typed.Line2, ShippingAddress.LineLength);
        var city = Needed(City, typed.City, ShippingAddress.CityLength, "Fault.ShipCity");
        var region = Given(Region, typed.Region, ShippingAddress.RegionLength);
        var code = Given(PostalCode, typed.PostalCode, ShippingAddress.PostalCodeLength);
        var country = Needed(Country, typed.Country, ShippingAddress.CountryLength, "Fault.ShipCountry");

        return name is null || line1 is null || city is null || country is null ? null : new ShippingAddress(name, line1, line2, city, region, code, country);
    }

    private string? Needed(string field, string? typed, int most, string fault)
    {
        var text = Given(field, typed, most);

        if (text is null)
        {
            errors.TryAdd(field, words[fault]);
        }

        return text;
    }

    /// <summary>One line without anything invisible; no card numbers, which payers do write into the wrong field.</summary>
    private string? Given(string field, string? typed, int most)
    {
        var text = Plain(typed) ?? "";

        if (text.Length > most)
        {
            errors[field] = words.Say("Fault.TooLong", ("most", words.Count(most)));
            return null;
        }

        if (FreeText.HoldsACardNumber(text))
        {
            errors[field] = words["Fault.CardNumberHere"];
            return null;
        }

        return text.Length == 0 ? null : text;
    }
}
