using PayPage.Domain;
using PayPage.Domain.Processors;

namespace PayPage.Unit.Support;

/// <summary>The form on our page of the processor that a test scripts.</summary>
internal sealed class ScriptedForms : IPageForms
{
    public ProcessorKind Kind => ProcessorKind.Sandbox;

    public PageForm? Of(string publicKey, Currency currency) => new(
        new Uri("https://script.example/form.js"), publicKey, currency.Code, 1, 1,
        new FormSources("https://script.example", "https://frames.example", "https://api.example", "https://script.example"));
}
