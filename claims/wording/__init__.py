"""How a language words its claims: patterns of words with holes for figures, laid out so that only those are tried which can be met."""
