using PayPage.Domain.Processors;

namespace PayPage.Domain.Links;

/// <summary>The site's addresses as others use them. Built from settings alone, never from a request's Host header.</summary>
public interface ISiteAddresses
{
    Uri PayPage(string token);

    Uri ShortLink(string code);

    /// <summary>Where anybody can ask whether a receipt is true.</summary>
    Uri VerifyReceipt(string code);

    /// <summary>A page of the back office.</summary>
    /// <param name="path">Under <c>/merchant/</c>, with its query, encoded.</param>
    Uri Office(string path) => new($"{Origin}/merchant/{path}");

    /// <summary>Where the processor sends the payer back to.</summary>
    Uri Return(string token);

    /// <summary>Where the processor sends its events.</summary>
    Uri Hook(ProcessorAccount account);

    /// <summary>Scheme, host and port as a browser names them, e.g. <c>https://pay.example.com</c>.</summary>
    string Origin { get; }

    /// <summary>The host that people see, e.g. <c>pay.example.com</c>; used in Message-IDs too.</summary>
    string Host { get; }
}
