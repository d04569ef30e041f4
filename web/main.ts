import './ui/tokens.css'
import './ui/base.css'
import './ui/print.css'
import './ui/theme.svelte.ts'
import { mount } from 'svelte'
import App from './App.svelte'
import { restoreLocale } from './messages.ts'

const target = document.getElementById('app')
if (!target) throw new Error('index.html: no element with id "app"')

await restoreLocale()
mount(App, { target })
