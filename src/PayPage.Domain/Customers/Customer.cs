using PayPage.Domain.Merchants;

namespace PayPage.Domain.Customers;

/// <summary>Who owes, as one merchant knows them. An invoice keeps its own copy of name and address: paper does not change.</summary>
public sealed class Customer
{
    public const int NameLength = 100;
    public const int OwnIdLength = 100;
    public const int CompanyLength = 60;

    /// <summary>Characters: name, company, e-mail and own id, each at its longest, and the spaces between them.</summary>
    public const int SearchWordsLength = 520;

    public required CustomerId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    /// <summary>The merchant's own id of the customer; unique per merchant where there is one.</summary>
    public string? MerchantCustomerId { get; set; }

    public string? CompanyName { get; set; }

    /// <summary>Whether this customer's mails and papers carry no link, whatever the merchant's default is.</summary>
    public bool GetsNoLink { get; set; }

    /// <summary>Whether this customer is never reminded of what is due.</summary>
    public bool GetsNoReminders { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the list finds it by (<see cref="FoldedText"/>). A column, worked out anew whenever it is saved.</summary>
    public string SearchWords
    {
        get
        {
            var words = FoldedText.Of(string.Join(' ', new[] { Name, CompanyName, Email, MerchantCustomerId }.OfType<string>()));
            return words.Length <= SearchWordsLength ? words : words[..SearchWordsLength];
        }
        private set { }
    }

    public long Version { get; private set; }
}
